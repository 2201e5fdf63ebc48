package dev.muster.integrations.postgres.run.post;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.trouble.FailureNotes;
import dev.muster.integrations.postgres.work.Trouble;
import dev.muster.integrations.postgres.work.WorkListener;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says aloud that the message of a run does not reach a chat: the run itself goes on. */
final class RunTrouble implements Trouble {

  private static final Logger log = LoggerFactory.getLogger(RunTrouble.class);

  private final Database database;
  private final PostgresRunPosts posts;
  private final WorkListener listener;
  private final FailureNotes notes;

  RunTrouble(
      Database database, PostgresRunPosts posts, WorkListener listener, InstantSource clock) {
    this.database = database;
    this.posts = posts;
    this.listener = listener;
    this.notes = new FailureNotes(database, clock);
  }

  @Override
  public void failed(Execution execution) {
    listener.failed(execution.getTaskName());
  }

  @Override
  public void lasts(Execution execution, String why, Runnable tryAgain) {
    var words =
        "For more than 10 minutes Muster could not show %s: %s. The run goes on, and Muster keeps"
            + " trying, for about a day.";
    told(execution, words, why, tryAgain);
  }

  @Override
  public void isGivenUp(Execution execution, String why, Runnable remove) {
    var words =
        "After about a day of trying, Muster gave up showing %s: %s. `/runbook status` shows it.";
    told(execution, words, why, remove);
    listener.givenUp(execution.getTaskName());
    log.atError()
        .addKeyValue("task", execution.getTaskName())
        .addKeyValue("instance", execution.getId())
        .log("Work given up");
  }

  private void told(Execution execution, String words, String why, Runnable then) {
    var target = RunPostTask.Target.of(execution.getId());
    var what = "run " + target.run() + " in " + target.platform();
    log.atWarn()
        .addKeyValue("run", target.run())
        .addKeyValue("platform", target.platform())
        .addKeyValue("reason", why)
        .log("The message of a run does not go out");
    database.inTransaction(() -> {
      posts
          .root(target.run(), target.platform())
          .ifPresent(root -> notes.write(root.incident(), words.formatted(what, why)));
      then.run();
    });
  }
}
