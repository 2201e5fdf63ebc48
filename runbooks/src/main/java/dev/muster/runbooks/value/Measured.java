package dev.muster.runbooks.value;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.language.Measure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.StepPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a run that is over came to, against a target of its runbook. Always the same of one run. */
public sealed interface Measured {

  Measure measure();

  /** It came to this. */
  record Length(Measure measure, Duration length) implements Measured {
    public boolean isWithin() {
      return length.compareTo(measure.within()) <= 0;
    }
  }

  /** Nobody knows what it came to, which is never good. */
  record Unknown(Measure measure, String why) implements Measured {}

  /**
   * In the order of the file; none while it goes on, and none of a dry run, which costs nothing.
   */
  static List<Measured> of(Run run, Runbook runbook) {
    if (run.origin().isDry() || !(run.state() instanceof Ended(var at))) {
      return List.of();
    }
    // Of variables and secrets it sees none: so it comes to the same whenever it is asked.
    var names = new Names(runbook, Map.of(), Map.of(), at);
    var seen = names.at(run, StepPath.of(Phase.ALWAYS, 0));
    return runbook.about().measures().stream().map(measure -> of(measure, seen)).toList();
  }

  private static Measured of(Measure measure, Map<String, Object> seen) {
    try {
      var value = measure.is().value(seen);
      if (!(value instanceof Duration length)) {
        return new Unknown(measure, "`%s` is no length of time".formatted(measure.is().source()));
      }
      return length.isNegative()
          ? new Unknown(measure, "it came to " + Sayings.of(length))
          : new Length(measure, length);
    } catch (Unevaluable e) {
      return new Unknown(measure, String.valueOf(e.getMessage()));
    }
  }
}
