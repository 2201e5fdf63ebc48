package dev.muster.integrations.postgres.trigger;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.runbook.trigger.ClockStarts;
import dev.muster.integrations.postgres.work.WorkListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Has the clock start runbooks: one row for all replicas, which comes again for ever. */
record ClockTask(ClockStarts starts, WorkListener listener, InstantSource clock) {

  static final String NAME = "runbook-clock";

  private static final Duration AGAIN = Duration.ofSeconds(5);

  CustomTask<Void> task() {
    return Tasks.custom(NAME, Void.class)
        .scheduleOnStartup("all", null, (Instant now) -> now)
        .onFailure((complete, operations) -> {
          listener.failed(NAME);
          operations.reschedule(complete, clock.instant().plus(AGAIN));
        })
        .onDeadExecutionRevive()
        .execute((_, _) -> {
          starts.turn();
          return (complete, operations) -> operations.reschedule(complete, starts.next());
        });
  }
}
