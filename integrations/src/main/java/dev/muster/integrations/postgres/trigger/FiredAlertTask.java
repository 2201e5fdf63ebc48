package dev.muster.integrations.postgres.trigger;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.intake.response.FiredAlert;
import dev.muster.commands.runbook.trigger.AlertStarts;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what an alert starts, once all runbooks are read. Its row goes in the transaction of the
 * decision, so that this happens once, whichever replica is killed meanwhile.
 */
public final class FiredAlertTask {

  private static final Logger log = LoggerFactory.getLogger(FiredAlertTask.class);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  /** The library is read in about a second. */
  private static final Duration UNREAD = Duration.ofMillis(500);

  /** About two hours: what an incident is then is no matter for a runbook that starts by itself. */
  private static final int TRIES = 120;

  /** A storm decides in turn, and leaves connections to the runs. */
  private static final int AT_ONCE = 4;

  private final Database database;
  private final AlertStarts starts;
  private final WorkListener listener;
  private final InstantSource clock;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  public FiredAlertTask(
      Database database, AlertStarts starts, WorkListener listener, InstantSource clock) {
    this.database = database;
    this.starts = starts;
    this.listener = listener;
    this.clock = clock;
  }

  public CustomTask<Void> task() {
    return Tasks.custom(FiredRows.TASK, Void.class)
        .onFailure(this::again)
        .onDeadExecutionRevive()
        .execute((instance, context) -> inTurn(instance.getId(), context.getExecution().version));
  }

  private CompletionHandler<Void> inTurn(String instance, long version) {
    places.acquireUninterruptibly();
    try {
      var rules = starts.rules();
      if (!rules.isWhole()) {
        return (complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(UNREAD));
      }
      decide(instance, version, rules);
      return (_, _) -> {};
    } finally {
      places.release();
    }
  }

  private void decide(String instance, long version, AlertRules rules) {
    database.inTransaction(() -> {
      var fired = taken(instance, version);
      fired.ifPresent(it -> starts.take(it, rules));
      return fired;
    });
  }

  /** Empty when another replica has it by now. */
  private Optional<FiredAlert> taken(String instance, long version) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                delete from scheduled_run
                where task_name = :task and task_instance = :instance and version = :version
                returning task_data
                """)
            .bind("task", FiredRows.TASK)
            .bind("instance", instance)
            .bind("version", version)
            .map((row, _) -> Json.read(row.getBytes("task_data"), FiredAlert.class))
            .findOne());
  }

  private void again(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    listener.failed(FiredRows.TASK);
    var failures = complete.getExecution().consecutiveFailures;
    if (failures < TRIES) {
      operations.reschedule(complete, clock.instant().plus(delay(failures)));
      return;
    }
    listener.givenUp(FiredRows.TASK);
    log.atError().log("What an alert starts could not be decided");
    operations.remove();
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
