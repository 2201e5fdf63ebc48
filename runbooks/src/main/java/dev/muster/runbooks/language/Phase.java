package dev.muster.runbooks.language;

/** The parts of a runbook, in the order in which they come. */
public enum Phase {
  /** All must hold before anything is done. */
  PREREQUISITES("checks"),
  STEPS("steps"),
  /** Whether it worked; only after steps that did not stop. */
  VERIFICATION("verification"),
  /** Undoing completed steps, last first. */
  ROLLBACK("rollback"),
  /** Whatever happened before. */
  ALWAYS("always");

  private final String word;

  Phase(String word) {
    this.word = word;
  }

  /** Under which expressions and logs know it. */
  public String word() {
    return word;
  }
}
