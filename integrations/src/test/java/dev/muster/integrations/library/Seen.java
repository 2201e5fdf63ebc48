package dev.muster.integrations.library;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import java.util.Map;

/** What a run left behind in its own books. */
final class Seen {

  private Seen() {}

  /** What a step came to. */
  static Map<String, Object> result(Run run, String step) {
    return record(run, step).state() instanceof StepState.Done done
        ? done.result()
        : Map.of("state", record(run, step).state());
  }

  static long number(Run run, String step, String name) {
    return ((Number) result(run, step).get(name)).longValue();
  }

  static boolean wasSkipped(Run run, String step) {
    return record(run, step).state() instanceof StepState.Skipped;
  }

  static long count(Run run, Class<? extends StepState> state) {
    return run.steps().all().stream().filter(it -> state.isInstance(it.state())).count();
  }

  private static StepRecord record(Run run, String step) {
    return run.steps().all().stream()
        .filter(it -> it.id().equals(step))
        .findFirst()
        .orElseThrow(() -> new AssertionError(step + " was not reached: " + run));
  }
}
