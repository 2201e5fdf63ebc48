package dev.muster.commands.mail;

import java.util.Optional;

/** Sends mail. Blocking, with a limit to each wait, and thread-safe. */
public interface Mailer {

  /**
   * Returns once the mail server has taken the mail.
   *
   * @throws MailException with whether it may have been taken nevertheless
   */
  void send(Mail mail);

  /**
   * Looks whether the mail server lets us in; sends nothing.
   *
   * @throws MailException when it does not
   */
  default void check() {}

  /** Whether there is a mail server at all. What needs one says so before it is asked. */
  default boolean isSetUp() {
    return true;
  }

  /** How the last try failed; empty when it did not, before the first, or if nobody watches. */
  default Optional<MailException> lastFailure() {
    return Optional.empty();
  }

  /** For a Muster without a mail server: sends nothing and says why. */
  static Mailer none() {
    return new Mailer() {
      @Override
      public void send(Mail mail) {
        throw new MailException(
            MailException.Outcome.NOT_SENT, "mail is not set up: set SMTP_URL", null);
      }

      @Override
      public boolean isSetUp() {
        return false;
      }
    };
  }
}
