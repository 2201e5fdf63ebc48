package dev.muster.runbooks.run;

import java.time.Instant;

/** What somebody wants of a run that a worker is at; the worker sees to it as soon as it can. */
public record Wish(What what, Who by, Instant at) {

  /** Strongest last. */
  public enum What {
    PAUSE,
    CANCEL,
    CANCEL_AND_ROLL_BACK
  }

  /** Whether a step that is being done is interrupted for it. */
  public boolean interrupts() {
    return what != What.PAUSE;
  }
}
