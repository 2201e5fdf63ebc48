package dev.muster.commands.mail;

import java.util.Optional;

/** Remembers how the last mail ended. Thread-safe. */
public final class WatchedMailer implements Mailer {

  private final Mailer mailer;
  private volatile Optional<MailException> failure = Optional.empty();

  public WatchedMailer(Mailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public void send(Mail mail) {
    try {
      mailer.send(mail);
      failure = Optional.empty();
    } catch (MailException failed) {
      failure = Optional.of(failed);
      throw failed;
    }
  }

  @Override
  public boolean isSetUp() {
    return mailer.isSetUp();
  }

  @Override
  public Optional<MailException> lastFailure() {
    return failure;
  }
}
