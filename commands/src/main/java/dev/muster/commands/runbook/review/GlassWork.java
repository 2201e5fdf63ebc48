package dev.muster.commands.runbook.review;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import java.time.Instant;
import java.util.Optional;

/** What is to be said of glass, kept with the transaction that causes it. */
@FunctionalInterface
public interface GlassWork {

  /** Has it looked at then. */
  void at(Subject subject, Instant at);

  /** What there may be something to say of. */
  sealed interface Subject {

    /** What is asked in just this attempt of a step, which nobody may have answered by then. */
    record Unanswered(RunId run, StepPath step, int attempts) implements Subject {
      @Override
      public String toString() {
        return "asked/%s/%s:%d".formatted(run, step, attempts);
      }
    }

    /** Glass that was broken in a run, and may not have been looked at by then. */
    record Broken(RunId run) implements Subject {
      @Override
      public String toString() {
        return "broken/" + run;
      }
    }

    /** As it was written. */
    static Optional<Subject> parse(String text) {
      var parts = text.split("[/:]", -1);
      var run = RunId.parse(parts.length > 1 ? parts[1] : "");
      return switch (parts[0] + parts.length) {
        case "broken2" -> run.map(Broken::new);
        case "asked4" ->
            run.flatMap(id ->
                StepPath.parse(parts[2])
                    .map(step -> new Unanswered(id, step, Integer.parseInt(parts[3]))));
        default -> Optional.empty();
      };
    }
  }
}
