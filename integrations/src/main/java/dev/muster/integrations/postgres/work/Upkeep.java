package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;

/** Work that comes again by itself, every few hours, and within minutes after it failed. */
public record Upkeep(Runnable work, WorkListener listener) {

  public static final String NAME = "upkeep";

  private static final int HOURS = 6;
  static final Duration AGAIN = Duration.ofMinutes(5);

  RecurringTask<Void> task(InstantSource clock) {
    return Tasks.recurring(NAME, FixedDelay.ofHours(HOURS))
        .onFailure((complete, operations) -> {
          listener.failed(NAME);
          operations.reschedule(complete, clock.instant().plus(AGAIN));
        })
        .execute((_, _) -> work.run());
  }
}
