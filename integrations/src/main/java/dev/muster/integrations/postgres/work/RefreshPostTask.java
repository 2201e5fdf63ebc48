package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.own.OwnBeginnings;
import dev.muster.integrations.postgres.trouble.Target;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Refreshes the root post of one incident in one chat. A change that comes while it runs finds its
 * row there and adds none, so the row is removed only when, under the incident's lock, the post
 * shows the incident's version; otherwise it goes again.
 */
final class RefreshPostTask {

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final PostRefresh refresh;
  private final PostgresIncidentPosts posts;
  private final OwnBeginnings beginnings;
  private final Chats chats;
  private final Backoff<Void> backoff;
  private final InstantSource clock;

  RefreshPostTask(
      PostgresIncidentPosts posts,
      OwnBeginnings beginnings,
      Chats chats,
      Backoff<Void> backoff,
      InstantSource clock) {
    this.posts = posts;
    this.beginnings = beginnings;
    this.refresh = new PostRefresh(posts);
    this.chats = chats;
    this.backoff = backoff;
    this.clock = clock;
  }

  CustomTask<Void> task() {
    return Tasks.custom(WorkRows.REFRESH_POST, Void.class)
        .onFailure(backoff)
        .onDeadExecutionRevive()
        .execute(this::execute);
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    var target = Target.of(instance.getId());
    return chats.with(
        target.platform(),
        backoff,
        chat ->
            refresh
                .refresh(target.incident(), chat, Backoff.isRepeat(context))
                .map(this::finish)
                .orElse((_, operations) -> operations.remove()));
  }

  private CompletionHandler<Void> finish(PostRefresh.Shown shown) {
    return (complete, operations) -> {
      backoff.done(complete.getExecution());
      var version = complete.getExecution().version;
      if (!beginnings.finish(shown, () -> posts.finish(shown, version))) {
        operations.reschedule(complete, clock.instant().plus(AGAIN));
      }
    };
  }
}
