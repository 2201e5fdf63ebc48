package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.MailId;
import dev.muster.integrations.postgres.trouble.FailureNotes;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the incident's thread and timeline who is not told by mail, so that somebody can. */
final class MailTrouble implements Trouble {

  private static final Logger log = LoggerFactory.getLogger(MailTrouble.class);

  private final Database database;
  private final WorkRows work;
  private final WorkListener listener;
  private final FailureNotes notes;

  MailTrouble(Database database, WorkRows work, WorkListener listener, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.listener = listener;
    this.notes = new FailureNotes(database, clock);
  }

  @Override
  public void failed(Execution execution) {
    listener.failed(WorkRows.SEND_MAIL);
  }

  @Override
  public void lasts(Execution execution, String why, Runnable tryAgain) {
    var id = MailId.of(execution.getId());
    database.inTransaction(() -> {
      tell(
          id,
          "late",
          "%s has not been told by mail yet: %s. Muster keeps trying, for about a day; tell them yourself if it cannot wait."
              .formatted(id.recipient(), why));
      tryAgain.run();
    });
  }

  @Override
  public void isGivenUp(Execution execution, String why, Runnable remove) {
    givenUp(MailId.of(execution.getId()), "not told by mail", why, remove);
  }

  /** It will not go through, or not without doing harm. */
  void givenUp(MailId id, String what, String why, Runnable remove) {
    database.inTransaction(() -> {
      tell(
          id,
          "given-up",
          "%s was %s: %s. Tell them yourself.".formatted(id.recipient(), what, why));
      remove.run();
    });
    listener.givenUp(WorkRows.SEND_MAIL);
    log.atError()
        .addKeyValue("task", WorkRows.SEND_MAIL)
        .addKeyValue("incident", id.incident().value())
        .addKeyValue("recipient", id.recipient())
        .addKeyValue("reason", why)
        .log("Mail given up");
  }

  private void tell(MailId id, String key, String text) {
    notes.write(id.incident(), text);
    work.append(
        List.of(new ThreadReply(id.incident(), id.instance() + ":" + key, Message.of(text))));
  }
}
