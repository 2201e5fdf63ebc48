package dev.muster.runbooks.run;

import java.time.Instant;

/** What somebody wants of a run that a worker is at; the worker sees to it as soon as it can. */
public record Wish(What what, Who by, Instant at) {

  /** Strongest last. */
  public enum What {
    /** Not to pause after all, which may have come about meanwhile. */
    RESUME,
    PAUSE,
    CANCEL,
    CANCEL_AND_ROLL_BACK
  }

  /** Whether a step that is being done is interrupted for it. */
  public boolean interrupts() {
    return what.compareTo(What.PAUSE) > 0;
  }
}
