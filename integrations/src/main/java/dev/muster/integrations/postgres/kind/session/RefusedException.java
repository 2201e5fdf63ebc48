package dev.muster.integrations.postgres.kind.session;

import dev.muster.runbooks.kind.Outcome;

/** A step cannot be done as it is asked for; what to do instead stands in the outcome. */
public final class RefusedException extends RuntimeException {

  private final transient Outcome.Failed outcome;

  public RefusedException(String code, String words) {
    super(words, null, false, false);
    this.outcome = new Outcome.Failed(code, words);
  }

  public Outcome.Failed outcome() {
    return outcome;
  }
}
