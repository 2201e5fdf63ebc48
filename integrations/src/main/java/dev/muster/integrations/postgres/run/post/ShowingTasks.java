package dev.muster.integrations.postgres.run.post;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.integrations.postgres.review.GlassTask;
import dev.muster.integrations.postgres.work.WorkListener;
import java.time.InstantSource;
import java.util.List;

/** The work of telling the chats of runs. */
public final class ShowingTasks {

  private ShowingTasks() {}

  public static List<Task<?>> all(
      RunPostTask.Means means, GlassTask glass, WorkListener listener, InstantSource clock) {
    return List.of(glass.task(), RunPostTask.task(means, listener, clock));
  }
}
