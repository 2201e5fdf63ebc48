package dev.muster.commands.runbook.card;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.value.Measured;
import java.util.List;
import java.util.Optional;

/** What a run that is over came to against the targets that its runbook measures. */
final class MeasuredLines {

  private MeasuredLines() {}

  /** {@code Data lost: 4 min (target 1 h) ✓}. */
  static List<String> of(Run run, Runbook runbook) {
    return Measured.of(run, runbook).stream().flatMap(it -> line(it, run).stream()).toList();
  }

  /** What did not end well need not have found what is measured. */
  private static Optional<String> line(Measured measured, Run run) {
    var measure = measured.measure();
    return switch (measured) {
      case Measured.Unknown(_, var why) ->
          Optional.of(measure.title() + ": not measured, " + why).filter(_ -> run.hasSucceeded());
      case Measured.Length length ->
          Optional.of(
              "%s: %s (target %s)%s"
                  .formatted(
                      measure.title(),
                      Sayings.of(length.length()),
                      Sayings.of(measure.within()),
                      mark(length, run)));
    };
  }

  /** What did not end well keeps no target, and misses none that was not passed. */
  private static String mark(Measured.Length length, Run run) {
    if (!length.isWithin()) {
      return " ✗ more than the target";
    }
    return switch (run.course().verdict().standing()) {
      case GOOD -> " ✓";
      case FAILED -> ", but the run failed";
      case CANCELLED -> ", but the run was cancelled";
    };
  }
}
