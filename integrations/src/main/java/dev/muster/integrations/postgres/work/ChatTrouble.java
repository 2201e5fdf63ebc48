package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.trouble.FailureNotes;
import dev.muster.integrations.postgres.trouble.Target;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says aloud that something does not reach a chat: a metric counts it, the incident's timeline has
 * it, and the other chats hear of it when it is refused or given up.
 */
final class ChatTrouble implements Trouble {

  private static final Logger log = LoggerFactory.getLogger(ChatTrouble.class);
  private static final String GIVEN_UP = ":given-up:";
  private static final String REFUSED = ":refused:";

  private final Database database;
  private final WorkRows work;
  private final WorkListener listener;
  private final InstantSource clock;
  private final FailureNotes notes;

  ChatTrouble(Database database, WorkRows work, WorkListener listener, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.listener = listener;
    this.clock = clock;
    this.notes = new FailureNotes(database, clock);
  }

  @Override
  public void failed(Execution execution) {
    listener.failed(execution.getTaskName());
  }

  @Override
  public void lasts(Execution execution, String why, Runnable tryAgain) {
    database.inTransaction(() -> {
      notes.write(
          Target.of(execution.getId()).incident(),
          "For more than 10 minutes Muster could not write %s: %s. It keeps trying, for about a day."
                  .formatted(what(execution), why)
              + " Check that it may still write to that channel.");
      tryAgain.run();
    });
  }

  /** Told at once, since it will not mend itself. */
  @Override
  public void refused(Execution execution, String why, Runnable tryAgain) {
    var target = Target.of(execution.getId());
    database.inTransaction(() -> {
      if (notes.isNews(target, why)) {
        var text =
            "Muster cannot write %s: %s. It keeps trying, for about a day."
                .formatted(what(execution), why);
        notes.write(target.incident(), text);
        tellOthers(target, REFUSED, text);
      }
      tryAgain.run();
    });
  }

  @Override
  public void isOver(Execution execution) {
    notes.isOver(Target.of(execution.getId()));
  }

  @Override
  public void isGivenUp(Execution execution, String why, Runnable remove) {
    var text =
        "After about a day of trying, Muster gave up writing %s: %s. %s"
            .formatted(what(execution), why, consequence(execution));
    database.inTransaction(() -> {
      notes.write(Target.of(execution.getId()).incident(), text);
      // That such a notice was given up itself is for the timeline only, or it would never end.
      if (!execution.getId().contains(GIVEN_UP)) {
        tellOthers(Target.of(execution.getId()), GIVEN_UP, text);
      }
      remove.run();
    });
    listener.givenUp(execution.getTaskName());
    log.atError()
        .addKeyValue("task", execution.getTaskName())
        .addKeyValue("instance", execution.getId())
        .log("Work given up");
  }

  private void tellOthers(Target target, String kind, String text) {
    var key = target.incident().value() + kind + target.platform() + ":" + clock.millis();
    work.appendElsewhere(
        new ThreadReply(target.incident(), key, Message.of(text)), target.platform());
  }

  private static String what(Execution execution) {
    var platform = Target.of(execution.getId()).platform();
    return switch (execution.getTaskName()) {
      case WorkRows.REFRESH_POST -> "the incident's post in " + platform;
      case WorkRows.OWN_CHANNEL -> "the incident's own channel in " + platform;
      default -> "a reply in " + platform;
    };
  }

  private static String consequence(Execution execution) {
    return isPost(execution)
        ? "The post shows an older state until the incident changes again."
        : "What happened stands in the incident's timeline.";
  }

  private static boolean isPost(Execution execution) {
    return !execution.getTaskName().equals(WorkRows.THREAD_REPLY);
  }
}
