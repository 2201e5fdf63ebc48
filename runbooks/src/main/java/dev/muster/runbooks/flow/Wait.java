package dev.muster.runbooks.flow;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Parameter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Waits for a time, or until what another kind reads is as it should be. Nothing is held meanwhile.
 */
final class Wait implements Kind {

  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Supplier<Kinds> kinds;
  private final InstantSource clock;

  /** The kinds are asked for late: it is one of them. */
  Wait(Supplier<Kinds> kinds, InstantSource clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "wait";
  }

  @Override
  public String about() {
    return "Waits for a time, or until an expression over what another kind reads holds.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.optional(
                "for",
                Parameter.Type.DURATION,
                "how long; with `until` the longest, and then it fails")
            .otherwise(LONGEST),
        Parameter.optional(
            "until", Parameter.Type.EXPRESSION, "holds of `result` when it has waited enough"),
        Parameter.optional("uses", Parameter.Type.TEXT, "the kind that reads `result`"),
        Parameter.optional("with", Parameter.Type.MAP, "what that kind is given")
            .otherwise(Map.of()),
        Parameter.optional("every", Parameter.Type.DURATION, "how often it looks")
            .otherwise(EVERY));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    var length = with.has("for") ? Sayings.of(with.duration("for")) : "a while";
    return with.has("until")
        ? "wait until %s, at most %s".formatted(with.text("until"), length)
        : "wait " + length;
  }

  @Override
  public Outcome act(Attempt attempt) throws InterruptedException {
    var end = attempt.started().plus(attempt.with().duration("for"));
    if (!attempt.with().has("until")) {
      return clock.instant().isBefore(end)
          ? new Again(end, Map.of(), "until " + Sayings.of(end))
          : new Done(Map.of(), "waited " + Sayings.of(attempt.with().duration("for")));
    }
    return switch (new Probe(kinds.get(), attempt).look()) {
      case Probe.Seen.Holds(var result) -> new Done(result, "it holds");
      case Probe.Seen.Not(var words) -> {
        var next = clock.instant().plus(attempt.with().duration("every"));
        yield clock.instant().isBefore(end)
            ? new Again(next.isBefore(end) ? next : end, Map.of(), words)
            : new Failed("timeout", "it does not hold after all that time: " + words);
      }
      case Probe.Seen.Wrong(var words) -> new Failed("arguments", words);
    };
  }
}
