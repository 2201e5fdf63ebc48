package dev.muster.commands.runbook.live;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether people have a run's message before their eyes. */
final class Attendance {

  /** Whoever ticked the last line so long ago may have gone. */
  private static final Duration STILL_THERE = Duration.ofMinutes(5);

  private static final Set<String> BY_HAND = Set.of("checklist", "confirm");

  private Attendance() {}

  /**
   * What is done by hand follows what just was: whoever did that sees it, and need not be called.
   */
  static boolean areAtIt(Run run, Runbook runbook, Instant now) {
    return run.question()
            .filter(asked -> !(asked.question() instanceof Question.Approval))
            .isPresent()
        && last(run)
            .filter(step -> isByHand(step.getKey(), runbook))
            .filter(step -> step.getValue().plus(STILL_THERE).isAfter(now))
            .isPresent();
  }

  private static Optional<Map.Entry<StepRecord, Instant>> last(Run run) {
    return run.steps().all().stream()
        .flatMap(step ->
            step.state() instanceof StepState.Done done
                ? Optional.of(Map.entry(step, done.at())).stream()
                : Optional.<Map.Entry<StepRecord, Instant>>empty().stream())
        .max(
            Comparator.comparing(Map.Entry<StepRecord, Instant>::getValue)
                .thenComparing(step -> step.getKey().path()));
  }

  private static boolean isByHand(StepRecord step, Runbook runbook) {
    var path = step.path();
    return BY_HAND.contains(runbook.steps(path.phase()).get(path.index()).action().uses());
  }
}
