package dev.muster.commands.mail;

import org.jspecify.annotations.Nullable;

/** A mail did not go through. The message is fit to be shown and holds no secret. */
public class MailException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is known of the mail. */
  public enum Outcome {
    /** It was not taken; the same may go through later. */
    NOT_SENT,
    /** It was not taken, and the same will not be: the address or the mail itself is refused. */
    REFUSED,
    /** It may have been taken: the server never said. */
    UNCLEAR
  }

  private final Outcome outcome;

  public MailException(Outcome outcome, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }
}
