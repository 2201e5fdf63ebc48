package dev.muster.commands.runbook.live;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import java.util.Optional;

/** Names a stop at which a run waits for people, so that each is said once. */
final class StopKey {

  private StopKey() {}

  /**
   * {@code needs:steps.1:1}; where a step fails before it is started, or is asked about once more
   * because of a rollback, its attempts alone do not tell one stop from the next.
   */
  static Optional<String> of(Run run) {
    if (!(run.state() instanceof RunState.NeedsAttention(var step, _))) {
      return earlier(run);
    }
    var record = run.steps().find(step);
    var attempts = record.map(StepRecord::attempts).orElse(0);
    var failures = record.map(StepRecord::failures).orElse(0);
    var phase = run.course().phase();
    return earlier(run)
        .map(key -> failures.equals(attempts) ? key : key + ":" + failures)
        .map(key -> phase == step.phase() ? key : key + ":" + phase.word());
  }

  /** As releases before this one said it: what they said is answered by this one. */
  static Optional<String> earlier(Run run) {
    return switch (run.state()) {
      case RunState.Asking(var step) -> Optional.of("asks:" + step + ":" + attempts(run, step));
      case RunState.NeedsAttention(var step, _) ->
          Optional.of("needs:" + step + ":" + attempts(run, step));
      default -> Optional.empty();
    };
  }

  private static int attempts(Run run, StepPath step) {
    return run.steps().find(step).map(StepRecord::attempts).orElse(0);
  }
}
