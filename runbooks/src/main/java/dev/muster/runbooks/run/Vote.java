package dev.muster.runbooks.run;

import java.time.Instant;

/**
 * What one person says to a question for approval.
 *
 * @param reason what was typed; may be empty
 */
public record Vote(Who by, Choice choice, Instant at, String reason) {

  /** How it counts. */
  public enum Choice {
    APPROVE,
    REJECT,
    /** Nobody entitled answered: one person decides alone, with a reason, and loudly. */
    BREAK_GLASS
  }

  public boolean isFor() {
    return choice != Choice.REJECT;
  }
}
