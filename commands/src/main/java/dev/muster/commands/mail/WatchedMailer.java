package dev.muster.commands.mail;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers how the last mail ended, or, before the first, the look at the start. Thread-safe. */
public final class WatchedMailer implements Mailer {

  private static final Logger log = LoggerFactory.getLogger(WatchedMailer.class);

  private final Mailer mailer;
  private volatile Optional<MailException> failure = Optional.empty();
  private volatile Optional<MailException> looked = Optional.empty();

  public WatchedMailer(Mailer mailer) {
    this.mailer = mailer;
  }

  /** Looks once whether mail can be sent, and says plainly what to do when it cannot. */
  public void tryOut() {
    try {
      check();
    } catch (MailException failed) {
      looked = Optional.of(failed);
      log.atWarn()
          .addKeyValue("reason", failed.getMessage())
          .log(
              "Mail cannot be sent at the moment. Set SMTP_URL right and start Muster again, or"
                  + " mend the mail server; mail that waits is tried again by itself");
    }
  }

  /** Says nothing of mail: that the server lets us in does not mean that it took the last one. */
  @Override
  public void check() {
    mailer.check();
    looked = Optional.empty();
  }

  @Override
  public void send(Mail mail) {
    try {
      mailer.send(mail);
      failure = Optional.empty();
      looked = Optional.empty();
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
    return failure.or(() -> looked);
  }
}
