package dev.muster.commands.mail;

import org.jspecify.annotations.Nullable;

/** The mail server cannot be reached or does not let us in, whatever the mail: nothing was sent. */
public final class MailServerAway extends MailException {

  private static final long serialVersionUID = 1L;

  public MailServerAway(String message, @Nullable Throwable cause) {
    super(Outcome.NOT_SENT, message, cause);
  }
}
