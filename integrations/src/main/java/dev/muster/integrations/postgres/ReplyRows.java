package dev.muster.integrations.postgres;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.argument.Argument;

/**
 * Replies that wait to be said, as rows of work. Their ids are in the order in which they came to
 * be: incident, its version, place among those of one commit, each in so many digits that any
 * collation sorts them alike, and then the key and the chat.
 */
public final class ReplyRows {

  /** How long a reply sleeps without its root; the root's first refresh wakes it sooner. */
  private static final Duration UNTIL_ROOT = Duration.ofSeconds(10);

  /** How long it sleeps behind an older one, which wakes it sooner when it is said. */
  public static final Duration BEHIND = Duration.ofSeconds(10);

  /** Of an incident's number and of its version in an id. */
  private static final int DIGITS = 12;

  /** The oldest of a thread behind a place in it, if it sleeps. */
  private static final String FIRST_ASLEEP =
      """

      where task_name = :task and not picked and execution_time > :now and task_instance = (
        select min(task_instance) from scheduled_tasks where task_name = :task
          and task_instance > :after and task_instance < :next
          and right(task_instance, length(:platform) + 1) = '/' || :platform)
      """;

  /** Beside {@link #FIRST_ASLEEP}: replies sleep until they know where they go. */
  private static final String UNLESS_WAITING =
      """
       and not exists (select 1 from incident_channel
        where incident_id = :id and platform = :platform and phase = 'WANTED')
      """;

  private final Database database;
  private final InstantSource clock;
  private final Runnable wake;

  /** Calls {@code wake} after a commit by which a reply is due. */
  ReplyRows(Database database, InstantSource clock, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.wake = wake;
  }

  /**
   * In the running transaction, which holds the incidents' locks.
   *
   * @param except a chat that is left out; empty for none
   */
  void append(Collection<ThreadReply> replies, Mirrors mirrors, String except) {
    if (!replies.isEmpty() && insert(replies, mirrors, except) > 0) {
      database.afterCommit(wake);
    }
  }

  /** Answers how many are due: the first of each thread that has its root. */
  private long insert(Collection<ThreadReply> replies, Mirrors mirrors, String except) {
    var rows = new Columns<>(replies);
    return database.with(handle ->
        handle
            .createQuery(
                """
                with wanted as (
                  select given.id, key, data, place, platform,
                      to_char(given.id, 'FM000000000000') as thread,
                      to_char(given.id + 1, 'FM000000000000') as next_thread,
                      row_number() over (partition by given.id, platform order by place) > 1
                        as is_behind
                  from unnest(:ids, :keys, :data) with ordinality as given (id, key, data, place)
                  join (%s) chat on chat.id = given.id and chat.platform <> :except
                ), added as (
                  insert into scheduled_tasks
                      (task_name, task_instance, task_data, execution_time, picked, version)
                  select :task,
                      thread || '.' || to_char(coalesce((
                          select version from incident where id = wanted.id), 0), 'FM000000000000')
                        || '.' || to_char(place, 'FM0000') || ':' || key || '/' || wanted.platform,
                      data,
                      case when (
                          select own.phase is distinct from 'WANTED' from incident_post post
                          left join incident_channel own
                            on own.incident_id = post.incident_id and own.platform = post.platform
                          where post.incident_id = wanted.id
                            and post.platform = wanted.platform) is not true then :untilRoot
                        when is_behind or exists (
                          select 1 from scheduled_tasks older where older.task_name = :task
                            and older.task_instance >= thread and older.task_instance < next_thread
                            and right(older.task_instance, length(wanted.platform) + 1)
                              = '/' || wanted.platform) then :behind
                        else :now end,
                      false, 1
                  from wanted
                  on conflict do nothing
                  returning execution_time
                )
                select count(*) from added where execution_time <= :now
                """
                    .formatted(mirrors.places(":distinct")))
            .bindMap(mirrors.parameters())
            .bind("distinct", distinct(replies))
            .bind("except", except)
            .bind("task", WorkRows.THREAD_REPLY)
            .bind("ids", rows.longs(reply -> reply.incident().value()))
            .bind("keys", rows.texts(ThreadReply::key))
            .bind("data", rows.bytes(Json::writeBytes))
            .bind("now", Rows.utc(clock.instant()))
            .bind("behind", Rows.utc(clock.instant().plus(BEHIND)))
            .bind("untilRoot", Rows.utc(clock.instant().plus(UNTIL_ROOT)))
            .mapTo(Long.class)
            .one());
  }

  private static Argument distinct(Collection<ThreadReply> replies) {
    var incidents = replies.stream().map(ThreadReply::incident).distinct().toList();
    return new Columns<>(incidents).longs(IncidentId::value);
  }

  /** The root is there: the first that waits for it is due. */
  void wake(IncidentId incident, String platform) {
    database.with(handle ->
        handle
            .createUpdate(
                "update scheduled_tasks set execution_time = :now, consecutive_failures = 0"
                    + FIRST_ASLEEP
                    + UNLESS_WAITING)
            .bindMap(behind(incident, platform, digits(incident.value())))
            .bind("id", incident.value())
            .execute());
  }

  /**
   * A reply is said: removes its row, unless somebody else has taken it over, and the next one of
   * its thread is due. That is done under the incident's lock, as replies are added, so that none
   * is left asleep behind this one.
   *
   * @param version of the row when it was taken
   */
  public void said(IncidentId incident, String platform, String instance, long version) {
    var end =
        database.with(handle ->
            handle
                .createQuery(
                    """
                    with done as (
                      delete from scheduled_tasks where task_name = :task
                        and task_instance = :after and version = :version returning 1
                    ), woken as (
                      update scheduled_tasks set execution_time = :now
                      %s and exists (select 1 from done)
                      returning 1
                    )
                    select incident.version, (select count(*) from woken) as woken
                    from incident where id = :id for update
                    """
                        .formatted(FIRST_ASLEEP))
                .bindMap(behind(incident, platform, instance))
                .bind("id", incident.value())
                .bind("version", version)
                .map((row, _) -> new End(row.getLong("version"), row.getInt("woken")))
                .one());
    // What was committed while this waited for the lock is seen by another statement only.
    if (end.woken() > 0
        || (end.latest() > versionOf(instance) && wakeBehind(incident, platform, instance))) {
      database.afterCommit(wake);
    }
  }

  /** The incident's version, and how many replies are due behind one that is said. */
  private record End(long latest, int woken) {}

  private boolean wakeBehind(IncidentId incident, String platform, String instance) {
    return database.with(handle ->
        handle
                .createUpdate("update scheduled_tasks set execution_time = :now" + FIRST_ASLEEP)
                .bindMap(behind(incident, platform, instance))
                .execute()
            > 0);
  }

  private Map<String, Object> behind(IncidentId incident, String platform, String instance) {
    return Map.of(
        "task",
        WorkRows.THREAD_REPLY,
        "after",
        instance,
        "next",
        digits(incident.value() + 1),
        "platform",
        platform,
        "now",
        Rows.utc(clock.instant()));
  }

  /** Of the reply in a row. */
  public Turn turn(IncidentId incident, String platform, String instance) {
    return Turn.of(database, incident, platform, instance);
  }

  /** Of the incident when the reply was added. */
  private static long versionOf(String instance) {
    return Long.parseLong(instance.substring(DIGITS + 1, 2 * DIGITS + 1));
  }

  /** As ids of replies begin. */
  static String digits(long incident) {
    return "%012d".formatted(incident);
  }
}
