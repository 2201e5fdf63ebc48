package dev.muster.runbooks.start;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.List;
import java.util.Optional;

/** What comes of asking for a run. */
public sealed interface Started {

  /** The run, where it is there now. */
  default Optional<RunId> begun() {
    return this instanceof Begun(var run) ? Optional.of(run.id()) : Optional.empty();
  }

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
