package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.reminder.Reminders;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.ReplyRows;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.incident.PostgresReminders;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The work that incidents cause. Adding a kind of work is one file and one line here. */
public final class IncidentWork {

  private IncidentWork() {}

  /** The tasks that the scheduler must know; the chats by platform. */
  public static List<Task<?>> tasks(
      Database database,
      WorkRows work,
      Map<String, Chat> chats,
      Reminders reminders,
      WorkListener listener,
      InstantSource clock) {
    var posts = new PostgresIncidentPosts(database, work, clock);
    var replies = new ReplyRows(database, clock);
    var places = new Chats(chats);
    var trouble = new Trouble(database, work, listener, clock);
    return List.of(
        new RefreshPostTask(posts, places, new Backoff<>(trouble, clock), clock).task(),
        new ThreadReplyTask(replies, places, new Backoff<>(trouble, clock), clock).task(),
        new ReminderTask(
                new PostgresIncidentStore(database, work),
                new PostgresReminders(database, work, clock),
                reminders,
                database,
                new Backoff<>(trouble, clock))
            .task(clock));
  }
}
