package dev.muster.runbooks.language;

import dev.muster.runbooks.expression.Template;

/** Runs with the same key do not run at the same time. */
public record Concurrency(Template key, OnBusy onBusy) {

  /** What comes of a run that is started meanwhile. */
  public enum OnBusy {
    REJECT,
    QUEUE
  }
}
