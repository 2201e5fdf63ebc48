package dev.muster.runbooks.reading;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Parameter.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Kinds that declare what kinds declare, and do nothing. */
record PretendKind(String name, Effect effect, List<Parameter> parameters, Set<String> codes)
    implements Kind {

  static Kinds all() {
    return new Kinds(
        List.of(
            http(),
            of(
                "message",
                Effect.READS,
                Parameter.needed("text", Type.TEXT, "What is said."),
                Parameter.optional("to", Type.ADDRESS, "Who hears it.")),
            of(
                "approve",
                Effect.READS,
                Parameter.needed("message", Type.TEXT, "What people are asked."),
                Parameter.optional("timeout", Type.DURATION, "How long they may take."),
                Parameter.optional("onTimeout", Type.TEXT, "What comes then.")
                    .oneOf("abort", "continue")),
            of("confirm", Effect.READS, Parameter.needed("message", Type.TEXT, "What is so.")),
            of("checklist", Effect.READS, Parameter.needed("items", Type.LIST, "What to tick.")),
            of(
                "wait",
                Effect.READS,
                Parameter.optional("until", Type.EXPRESSION, "What has to hold."),
                Parameter.optional("for", Type.DURATION, "How long.")),
            of(
                "runbook",
                Effect.CHANGES,
                Parameter.needed("runbook", Type.TEXT, "Which one."),
                Parameter.optional("inputs", Type.MAP, "What it is given.")),
            of(
                "postgres/replay-backlog",
                Effect.READS,
                Parameter.needed("url", Type.TEXT, "The replica.")),
            of(
                "aws/rds-modify",
                Effect.CHANGES,
                Parameter.needed("instance", Type.TEXT, "Which one."),
                Parameter.optional("count", Type.NUMBER, "How many."))));
  }

  private static PretendKind http() {
    return new PretendKind(
        "http",
        Effect.CHANGES,
        List.of(
            Parameter.optional("method", Type.TEXT, "How it is asked.")
                .oneOf("GET", "HEAD", "POST", "PUT", "DELETE")
                .otherwise("GET"),
            Parameter.needed("url", Type.TEXT, "The address."),
            Parameter.optional("headers", Type.MAP, "More headers."),
            Parameter.optional("json", Type.ANYTHING, "The body.")),
        Set.of("timeout", "refused", "status"));
  }

  private static PretendKind of(String name, Effect effect, Parameter... parameters) {
    return new PretendKind(name, effect, List.of(parameters), Set.of());
  }

  @Override
  public String about() {
    return "Pretends to do what " + name + " does.";
  }

  @Override
  public Effect effect(Arguments with) {
    return name.equals("http") && with.text("method").equals("GET") ? Effect.READS : effect;
  }

  @Override
  public String describe(Arguments with) {
    return name;
  }

  @Override
  public Optional<String> runbook(Arguments with) {
    return name.equals("runbook") ? with.optionalText("runbook") : Optional.empty();
  }

  @Override
  public Outcome act(Attempt attempt) {
    return new Outcome.Done(Map.of(), name);
  }
}
