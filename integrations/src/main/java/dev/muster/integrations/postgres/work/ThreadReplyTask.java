package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** Appends one reply to the thread of an incident in one chat, once its root post is there. */
final class ThreadReplyTask {

  private static final Duration UNTIL_ROOT = Duration.ofMillis(200);

  private final PostgresIncidentPosts posts;
  private final Map<String, Chat> chats;
  private final InstantSource clock;

  ThreadReplyTask(PostgresIncidentPosts posts, Map<String, Chat> chats, InstantSource clock) {
    this.posts = posts;
    this.chats = Map.copyOf(chats);
    this.clock = clock;
  }

  CustomTask<ThreadReply> task() {
    return Tasks.custom(WorkRows.THREAD_REPLY, ThreadReply.class)
        .onFailure(new Backoff<>(clock))
        .onDeadExecutionRevive()
        .execute(this::execute);
  }

  private CompletionHandler<ThreadReply> execute(
      TaskInstance<ThreadReply> instance, ExecutionContext context) {
    var reply = instance.getData();
    var platform = instance.getId().substring(instance.getId().lastIndexOf('/') + 1);
    var chat = chats.get(platform);
    if (chat == null) {
      return (_, operations) -> operations.remove();
    }
    var root = posts.find(reply.incident(), platform);
    if (root.isEmpty()) {
      return (complete, operations) ->
          operations.reschedule(complete, clock.instant().plus(UNTIL_ROOT));
    }
    chat.reply(root.get(), reply.key(), reply.message());
    return (_, operations) -> operations.remove();
  }
}
