package dev.muster.integrations.postgres.silence;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.ending.SilenceEnding;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Ends a silence at its time and lets go of what it kept quiet, whoever ended it. It is tried until
 * it is done and never given up: otherwise alerts would stay quiet for ever.
 *
 * @param failed hears of each try that failed
 */
public record SilenceTask(
    SilenceEnding ending, Database database, Runnable failed, InstantSource clock) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  public CustomTask<Void> task() {
    return Tasks.custom(WorkRows.SILENCE, Void.class)
        .onFailure((complete, operations) -> {
          failed.run();
          var delay = delay(complete.getExecution().consecutiveFailures);
          operations.reschedule(complete, clock.instant().plus(delay));
        })
        .onDeadExecutionRevive()
        .execute((instance, _) -> execute(new SilenceId(Long.parseLong(instance.getId()))));
  }

  /** When it sleeps is decided under the silences' lock: nobody ends or prolongs it in between. */
  private CompletionHandler<Void> execute(SilenceId id) {
    if (ending.endIfDue(id)) {
      return (_, operations) -> operations.remove();
    }
    return (complete, operations) ->
        database.inTransaction(() -> {
          var next = ending.next(id);
          next.ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
          return next;
        });
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
