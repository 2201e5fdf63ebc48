package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.mail.Mail;
import dev.muster.commands.mail.MailException;
import dev.muster.commands.notify.IncidentMail;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.notify.Occasion;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.MailId;
import dev.muster.integrations.postgres.incident.PostgresIncidentMails;
import dev.muster.integrations.postgres.incident.PostgresIncidentMails.Begun;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one recipient by mail what an incident has come to. Before each try it is noted that nobody
 * knows how it ends, so that after a crash the mail is sent again as a possible repeat: twice is
 * better than never.
 */
final class MailTask {

  /** A mail that is taken every time without a word would otherwise come every minute for a day. */
  private static final int MOST_UNCLEAR = 5;

  private static final Logger log = LoggerFactory.getLogger(MailTask.class);

  private final IncidentStore incidents;
  private final PostgresIncidentMails mails;
  private final Mailing mailing;
  private final MailTrouble trouble;
  private final Backoff<Void> backoff;

  /** One mail server that hangs leaves room for the chats. */
  private final Semaphore places = new Semaphore(WorkScheduler.AT_ONCE / 4);

  MailTask(
      IncidentStore incidents,
      PostgresIncidentMails mails,
      Mailing mailing,
      MailTrouble trouble,
      Backoff<Void> backoff) {
    this.incidents = incidents;
    this.mails = mails;
    this.mailing = mailing;
    this.trouble = trouble;
    this.backoff = backoff;
  }

  CustomTask<Void> task() {
    return Tasks.custom(WorkRows.SEND_MAIL, Void.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute((instance, _) -> execute(MailId.of(instance.getId())));
  }

  private CompletionHandler<Void> execute(MailId id) {
    if (!places.tryAcquire()) {
      return backoff.soon("the mail server answers too slowly");
    }
    try {
      var incident = incidents.find(id.incident());
      var begun = incident.flatMap(_ -> mails.begin(id));
      return begun.isPresent() ? tell(id, incident.get(), begun.get()) : done();
    } finally {
      places.release();
    }
  }

  private CompletionHandler<Void> tell(MailId id, Incident incident, Begun begun) {
    if (!mailing.mailer().isSetUp()) {
      mails.notSent(id);
      return notSetUp(id, begun.occasion());
    }
    var address = mailing.addresses().apply(id.toWhom());
    if (address.isEmpty()) {
      mails.notSent(id);
      return never(id, "not told by mail", "the configuration has no e-mail address for them");
    }
    var to = new IncidentMail.To(id.toWhom(), address.get());
    var mail = mailing.words().get().write(incident, id.version(), begun.occasion(), to);
    return send(id, begun.unclear() > 0 ? mail.asPossibleRepeat() : mail, begun);
  }

  private CompletionHandler<Void> send(MailId id, Mail mail, Begun begun) {
    try {
      mailing.mailer().send(mail);
      mails.sent(id);
      return done();
    } catch (MailException e) {
      return switch (e.outcome()) {
        case NOT_SENT -> {
          mails.notSent(id);
          yield again(id, e);
        }
        case REFUSED -> {
          mails.notSent(id);
          yield never(id, "not told by mail", String.valueOf(e.getMessage()));
        }
        case UNCLEAR -> {
          if (begun.unclear() + 1 < MOST_UNCLEAR) {
            yield again(id, e);
          }
          yield never(id, "perhaps told by mail, and perhaps not", String.valueOf(e.getMessage()));
        }
      };
    }
  }

  private CompletionHandler<Void> again(MailId id, MailException failed) {
    var why = String.valueOf(failed.getMessage());
    log.atWarn()
        .addKeyValue("incident", id.incident().value())
        .addKeyValue("recipient", id.recipient())
        .addKeyValue("reason", why)
        .log("A mail did not go through, it is tried again");
    return backoff.failed(why);
  }

  /** Said once an incident, and not where nobody waits for it. */
  private CompletionHandler<Void> notSetUp(MailId id, Occasion occasion) {
    return mailing.isForShow() || occasion != Occasion.OPENED
        ? done()
        : never(id, "not told by mail", "mail is not set up here, which takes SMTP_URL");
  }

  private CompletionHandler<Void> never(MailId id, String what, String why) {
    return (_, operations) -> trouble.givenUp(id, what, why, operations::remove);
  }

  private static CompletionHandler<Void> done() {
    return (_, operations) -> operations.remove();
  }
}
