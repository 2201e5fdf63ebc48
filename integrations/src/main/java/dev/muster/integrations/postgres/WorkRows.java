package dev.muster.integrations.postgres;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes work as rows of db-scheduler's table, in the running transaction. Work that is there
 * already stays as it is: db-scheduler's own insert would poison the transaction then.
 */
public final class WorkRows {

  public static final String BROKEN_GLASS = "broken-glass";
  public static final String OWED_ANSWER = "owed-answer";
  public static final String OWN_CHANNEL = "own-channel";
  public static final String REFRESH_POST = "refresh-post";
  public static final String REMINDER = "reminder";
  public static final String SEND_MAIL = "send-mail";
  public static final String SILENCE = "silence";
  public static final String THREAD_REPLY = "thread-reply";

  private final Database database;
  private final InstantSource clock;
  private final Mirrors mirrors;
  private final Runnable wake;
  private final ReplyRows replies;

  /**
   * Calls {@code wake} after a commit with work that is due, which then need not wait for a poll.
   */
  public WorkRows(Database database, InstantSource clock, Mirrors mirrors, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.mirrors = mirrors;
    this.wake = wake;
    this.replies = new ReplyRows(database, clock, wake);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Has the work of the running transaction looked for once that is committed. */
  public void wakeAfterCommit() {
    database.afterCommit(wake);
  }

  /** The replies among the work. */
  public ReplyRows replies() {
    return replies;
  }

  /** Asks for the root posts of incidents whose locks the transaction holds. */
  public void refreshPosts(Collection<IncidentId> incidents) {
    refreshPosts(incidents, List.of());
  }

  /**
   * Sends what changes the incidents together with asking for their root posts, in one round trip.
   * A post that was edited a moment ago waits its turn, so that a storm becomes few edits, and
   * nobody is woken for it.
   */
  public void refreshPosts(Collection<IncidentId> incidents, List<Write> changes) {
    if (incidents.isEmpty()) {
      database.with(handle -> Write.sendTogether(handle, changes));
      return;
    }
    var writes = Stream.concat(changes.stream(), Stream.of(refreshes(incidents))).toList();
    if (database.with(handle -> Write.sendAndCount(handle, writes)) > 0) {
      database.afterCommit(wake);
    }
  }

  /**
   * Answers how many of them are due now. What is known of each post is looked up by a query of its
   * own: a join with arrays, of which the planner knows no length, may read all posts there are.
   */
  private Write refreshes(Collection<IncidentId> incidents) {
    var parameters = new HashMap<>(mirrors.parameters());
    parameters.put("refreshTask", Columns.text(REFRESH_POST));
    parameters.put("refreshNow", Columns.text(clock.instant().toString()));
    parameters.put("refreshIds", new Columns<>(incidents).longs(IncidentId::value));
    return new Write(
        """
        with added as (
          insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
          select :refreshTask, wanted.id || '/' || wanted.platform,
              greatest(cast(:refreshNow as timestamptz), (
                select refresh_after from incident_post post
                where post.incident_id = wanted.id and post.platform = wanted.platform)),
              false, 1
          from (%s) wanted
          on conflict do nothing
          returning execution_time
        )
        select count(*) from added where execution_time <= cast(:refreshNow as timestamptz)
        """
            .formatted(mirrors.places(":refreshIds")),
        parameters);
  }

  /** Asks for the root post of an incident in one chat, whatever it shows now. */
  public void refreshPost(IncidentId incident, String platform) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into scheduled_tasks
                    (task_name, task_instance, execution_time, picked, version)
                values (:task, :instance, :now, false, 1) on conflict do nothing
                """)
            .bind("task", REFRESH_POST)
            .bind("instance", incident.value() + "/" + platform)
            .bind("now", Rows.utc(clock.instant()))
            .execute());
    database.afterCommit(wake);
  }

  /** Has the channel that an incident has for itself in a chat looked after now. */
  public void ownChannel(IncidentId incident, String platform) {
    lookAfter(OWN_CHANNEL, incident.value() + "/" + platform, clock.instant());
  }

  /** The same with the post in it, although that is thought to be up to date. */
  public void ownChannelAnew(IncidentId incident, String platform) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update incident_channel set version = 0
                where incident_id = :id and platform = :platform
                """)
            .bind("id", incident.value())
            .bind("platform", platform)
            .execute());
    ownChannel(incident, platform);
  }

  /** Has it looked at now what people are to be reminded of in these incidents, and when. */
  public Write reminders(Collection<IncidentId> incidents) {
    return new Write(
        """
        insert into scheduled_tasks as known
            (task_name, task_instance, execution_time, picked, version)
        select :remindTask, id || '/all', cast(:remindNow as timestamptz), false, 1
        from unnest(:remindIds) as id
        on conflict (task_name, task_instance)
          do update set execution_time = excluded.execution_time where not known.picked
        """,
        Map.of(
            "remindTask", Columns.text(REMINDER),
            "remindNow", Columns.text(clock.instant().toString()),
            "remindIds", new Columns<>(incidents).longs(IncidentId::value)));
  }

  /** Has what there is to say of a run's glass looked at then. */
  public void brokenGlass(String subject, Instant at) {
    lookAfter(BROKEN_GLASS, subject, at);
  }

  /** Has a silence looked after then, and no sooner. */
  public void silence(long id, Instant at) {
    lookAfter(SILENCE, Long.toString(id), at);
  }

  /** At that time, also where it was to be another; what is being done already goes on. */
  private void lookAfter(String task, String instance, Instant at) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into scheduled_tasks as known
                    (task_name, task_instance, execution_time, picked, version)
                values (:task, :instance, :at, false, 1)
                on conflict (task_name, task_instance)
                  do update set execution_time = excluded.execution_time where not known.picked
                """)
            .bind("task", task)
            .bind("instance", instance)
            .bind("at", Rows.utc(at))
            .execute());
    if (!at.isAfter(clock.instant())) {
      database.afterCommit(wake);
    }
  }

  /**
   * Has replies appended to the threads of incidents whose locks the transaction holds, in every
   * chat.
   */
  public void append(Collection<ThreadReply> replies) {
    this.replies.append(replies, mirrors, "");
  }

  /** As {@link #append}, in every chat but one, which has trouble. */
  public void appendElsewhere(ThreadReply reply, String platform) {
    replies.append(List.of(reply), mirrors, platform);
  }

  /**
   * An incident has its first post in a chat: replies that waited for it are due, and so are
   * reminders, which the intake leaves to this moment.
   */
  public void wakeReplies(IncidentId incident, String platform) {
    replies.wake(incident, platform);
    database.with(handle -> reminders(List.of(incident)).send(handle));
    database.afterCommit(wake);
  }
}
