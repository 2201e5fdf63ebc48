package dev.muster.runbooks.start;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.List;

/** What comes of asking for a run. */
public sealed interface Started {

  /** It is there; it may wait for another run to end, as its state says. */
  record Begun(Run run) implements Started {}

  /** Another run has its key, and its runbook says not to wait. */
  record Busy(RunId holder) implements Started {}

  /** It cannot be run so; each problem is for people. */
  record Refused(List<String> problems) implements Started {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** There is no runbook of that name. */
  record Unknown() implements Started {}
}
