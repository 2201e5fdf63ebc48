package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Ask;
import dev.muster.runbooks.kind.Outcome.Asking;
import dev.muster.runbooks.kind.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks people whether the run may go on. */
final class Approve implements Kind {

  @Override
  public String name() {
    return "approve";
  }

  @Override
  public String about() {
    return "Asks people whether the run may go on; who, and how many, is as `permissions.approve`"
        + " says unless it is said here.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.needed("message", Parameter.Type.TEXT, "what they are asked"),
        Parameter.optional("roles", Parameter.Type.LIST, "roles of which one is needed"),
        Parameter.optional("quorum", Parameter.Type.NUMBER, "how many different people"),
        Parameter.optional(
            "notRequester",
            Parameter.Type.BOOLEAN,
            "whether whoever asked for the run does not count"),
        Waiting.TIMEOUT,
        Waiting.ON_TIMEOUT.oneOf("abort", "pause"));
  }

  @Override
  public boolean isGuard() {
    return true;
  }

  @Override
  public boolean isReadByPeople() {
    return true;
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "ask: " + with.optionalText("message").orElse("whether it may go on");
  }

  @Override
  public Outcome act(Attempt attempt) {
    var with = attempt.with();
    Optional<Set<String>> roles =
        with.has("roles")
            ? Optional.of(
                with.list("roles").stream().map(String::valueOf).collect(Collectors.toSet()))
            : Optional.empty();
    Optional<Integer> quorum =
        with.has("quorum")
            ? Optional.of(Math.clamp(with.number("quorum"), 1, 100))
            : Optional.empty();
    Optional<Boolean> notRequester =
        with.has("notRequester") ? Optional.of(with.isTrue("notRequester")) : Optional.empty();
    return new Ask(
        new Asking.Approval(with.text("message"), roles, quorum, notRequester),
        Waiting.timeout(with),
        Waiting.onTimeout(with));
  }
}
