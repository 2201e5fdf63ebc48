package dev.muster.commands.runbook.card;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.value.Measured;
import java.util.List;

/** What a run that is over came to against the targets that its runbook measures. */
final class MeasuredLines {

  private MeasuredLines() {}

  /** {@code Data lost: 4 min (target 1 h) ✓}. */
  static List<String> of(Run run, Runbook runbook) {
    return Measured.of(run, runbook).stream().map(it -> line(it, run.hasSucceeded())).toList();
  }

  private static String line(Measured measured, boolean isWell) {
    var measure = measured.measure();
    return switch (measured) {
      case Measured.Unknown(_, var why) -> measure.title() + ": not measured, " + why;
      case Measured.Length length ->
          "%s: %s (target %s) %s"
              .formatted(
                  measure.title(),
                  Sayings.of(length.length()),
                  Sayings.of(measure.within()),
                  mark(length, isWell));
    };
  }

  /** What did not end well keeps no target. */
  private static String mark(Measured.Length length, boolean isWell) {
    if (!length.isWithin()) {
      return "✗ more than the target";
    }
    return isWell ? "✓" : "✗ the run did not end well";
  }
}
