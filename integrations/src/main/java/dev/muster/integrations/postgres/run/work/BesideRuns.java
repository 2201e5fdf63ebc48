package dev.muster.integrations.postgres.run.work;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import java.util.List;

/** Work that the scheduler of runs does beside going on with them. */
public record BesideRuns(List<CustomTask<?>> tasks) {

  public static final BesideRuns NOTHING = new BesideRuns(List.of());

  public BesideRuns {
    tasks = List.copyOf(tasks);
  }
}
