package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.incident.own.OwnChannels;
import dev.muster.commands.incident.own.OwnPlans;
import dev.muster.commands.incident.own.OwnRefresh;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.silence.ending.SilenceEnding;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.announce.AnnouncementTask;
import dev.muster.integrations.postgres.chat.OwedAnswerTask;
import dev.muster.integrations.postgres.incident.PostgresIncidentMails;
import dev.muster.integrations.postgres.incident.PostgresIncidentPosts;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.incident.PostgresReminders;
import dev.muster.integrations.postgres.own.OwnBeginnings;
import dev.muster.integrations.postgres.own.PostgresOwnChannels;
import dev.muster.integrations.postgres.run.RunNotices;
import dev.muster.integrations.postgres.run.RunRefreshes;
import dev.muster.integrations.postgres.silence.SilenceTask;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The work that incidents and requests cause. Adding a kind of work is one file and one line here.
 */
public final class IncidentWork {

  private IncidentWork() {}

  /** What the work is done with; the chats by platform. */
  public record Means(
      Map<String, Chat> chats,
      Own own,
      Mailing mailing,
      Reminders reminders,
      SilenceEnding silences,
      OwedAnswerTask.Means owed) {}

  /** The channels that incidents have for themselves, by platform, and what they are to be. */
  public record Own(Map<String, OwnChannels> channels, OwnPlans plans) {

    /** Every incident is a thread. */
    public static final Own NONE = new Own(Map.of(), OwnPlans.none());
  }

  /** The tasks that the scheduler must know. */
  public static List<Task<?>> tasks(
      Database database, WorkRows work, Means means, WorkListener listener, InstantSource clock) {
    var posts = new PostgresIncidentPosts(database, work, clock);
    var places = new Chats(means.chats(), means.own().channels());
    var own = new PostgresOwnChannels(database, work, clock);
    var incidents = new PostgresIncidentStore(database, work);
    var trouble = new ChatTrouble(database, work, listener, clock);
    var mailTrouble = new MailTrouble(database, work, listener, clock);
    var notices =
        new RunNotices(database, new RunRefreshes(database, clock, work::wakeAfterCommit));
    var beginnings =
        new OwnBeginnings(
            database, incidents, own, means.own().plans(), means.own().channels().keySet());
    return List.of(
        new RefreshPostTask(posts, beginnings, places, backoff(trouble, clock), clock).task(),
        new OwnChannelTask(
                places,
                new OwnChannelTask.Kept(incidents, own),
                new OwnRefresh(own, means.own().plans(), clock),
                backoff(trouble, clock),
                clock)
            .task(),
        new ThreadReplyTask(work, notices, places, backoff(trouble, clock), clock).task(),
        new ReminderTask(
                incidents,
                new PostgresReminders(database, work, clock),
                means.reminders(),
                database,
                backoff(trouble, clock))
            .task(clock),
        new MailTask(
                incidents,
                new PostgresIncidentMails(database, clock),
                means.mailing(),
                mailTrouble,
                new Backoff<>(mailTrouble, Backoff.TWO_MINUTES, clock))
            .task(),
        new SilenceTask(means.silences(), database, () -> listener.failed(WorkRows.SILENCE), clock)
            .task(),
        new AnnouncementTask(
                means.chats(),
                means.mailing(),
                new AnnouncementTask.Heard(
                    () -> listener.failed("announcement"), () -> listener.givenUp("announcement")),
                clock)
            .task(),
        new OwedAnswerTask(
                database,
                means.owed(),
                () -> listener.failed(WorkRows.OWED_ANSWER),
                () -> listener.givenUp(WorkRows.OWED_ANSWER),
                clock)
            .task());
  }

  private static <T> Backoff<T> backoff(Trouble trouble, InstantSource clock) {
    return new Backoff<>(trouble, Backoff.TEN_MINUTES, clock);
  }
}
