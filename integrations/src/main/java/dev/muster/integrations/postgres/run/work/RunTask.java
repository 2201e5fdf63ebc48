package dev.muster.integrations.postgres.run.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.engine.Worker;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Nesting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Goes on with one run, until there is nothing to do for now. It is never given up. */
record RunTask(
    Worker worker, RunStore runs, Database database, WorkListener listener, InstantSource clock) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  CustomTask<Void> task() {
    return Tasks.custom(RunSchedule.TASK, Void.class)
        .onFailure((complete, operations) -> {
          listener.failed(RunSchedule.TASK);
          var delay = delay(complete.getExecution().consecutiveFailures);
          operations.reschedule(complete, clock.instant().plus(delay));
        })
        .onDeadExecutionRevive()
        .execute((instance, _) -> execute(new RunId(Long.parseLong(instance.getId()))));
  }

  private CompletionHandler<Void> execute(RunId id) {
    try {
      worker.work(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Muster stops", e);
    }
    return finish(id);
  }

  /** When it comes again is decided under its lock: what people do meanwhile is not missed. */
  private CompletionHandler<Void> finish(RunId id) {
    return (complete, operations) ->
        database.inTransaction(() -> {
          var next = runs.change(id, run -> new Change<>(Optional.empty(), next(run)));
          next.flatMap(at -> at)
              .ifPresentOrElse(at -> operations.reschedule(complete, at), operations::remove);
          return next;
        });
  }

  private Optional<Instant> next(Run run) {
    var now = clock.instant();
    var isWanted = run.course().wish().isPresent() && !isWaiting(run);
    return run.due(now).or(() -> isWanted ? Optional.of(now) : Optional.empty());
  }

  /** What is wished of a run that waits for one that it started comes when that is over. */
  private static boolean isWaiting(Run run) {
    return run.isOver() || run.state() instanceof Nesting;
  }

  /** Ever longer, up to a minute. */
  private static Duration delay(int failures) {
    var doubled = Duration.ofSeconds(1L << Math.min(failures, 6));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
