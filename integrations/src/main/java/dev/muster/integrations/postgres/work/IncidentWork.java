package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.integrations.postgres.ReplyRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The work that incidents cause. Adding a kind of work is one file and one line here. */
public final class IncidentWork {

  private IncidentWork() {}

  /** The tasks that the scheduler must know; the chats by platform. */
  public static List<Task<?>> tasks(
      PostRefresh refresh,
      PostgresIncidentPosts posts,
      ReplyRows replies,
      Map<String, Chat> chats,
      InstantSource clock) {
    return List.of(
        new RefreshPostTask(refresh, posts, chats, clock).task(),
        new ThreadReplyTask(replies, chats, clock).task());
  }
}
