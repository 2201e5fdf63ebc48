package dev.muster.integrations.postgres;

import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Replies that wait to be said, as rows of work. Their ids are in the order in which they came to
 * be: incident, its version, place among those of one commit, each in so many digits that any
 * collation sorts them alike, and then the key and the chat.
 */
public final class ReplyRows {

  /** How long a reply sleeps without its root; the root's first refresh wakes it sooner. */
  private static final Duration UNTIL_ROOT = Duration.ofSeconds(10);

  private final Database database;
  private final InstantSource clock;

  public ReplyRows(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * How things stand for one reply.
   *
   * @param root where it is to go, once that is there
   * @param olderDue when the last of the older replies of that thread is tried, if one is left
   */
  public record Turn(Optional<PostRef> root, Optional<Instant> olderDue) {}

  /** In the running transaction, which holds the incidents' locks; answers how many are due. */
  long append(Collection<ThreadReply> replies, List<String> platforms) {
    var rows = new Columns<>(replies);
    return database.with(handle ->
        handle
            .createQuery(
                """
                with added as (
                  insert into scheduled_tasks
                      (task_name, task_instance, task_data, execution_time, picked, version)
                  select :task,
                      to_char(wanted.id, 'FM000000000000') || '.'
                        || to_char(coalesce(incident.version, 0), 'FM000000000000') || '.'
                        || to_char(place, 'FM0000') || ':' || key || '/' || chat.platform,
                      data, case when post.message is null then :later else :now end, false, 1
                  from unnest(:ids, :keys, :data) with ordinality as wanted (id, key, data, place)
                  cross join unnest(:platforms) as chat (platform)
                  left join incident on incident.id = wanted.id
                  left join incident_post post
                    on post.incident_id = wanted.id and post.platform = chat.platform
                  on conflict do nothing
                  returning execution_time
                )
                select count(*) from added where execution_time <= :now
                """)
            .bind("task", WorkRows.THREAD_REPLY)
            .bind("ids", rows.longs(reply -> reply.incident().value()))
            .bind("keys", rows.texts(ThreadReply::key))
            .bind("data", rows.bytes(Json::writeBytes))
            .bind("platforms", platforms.toArray(String[]::new))
            .bind("now", Rows.utc(clock.instant()))
            .bind("later", Rows.utc(clock.instant().plus(UNTIL_ROOT)))
            .mapTo(Long.class)
            .one());
  }

  /** The root is there: what waits for it is due. */
  void wake(IncidentId incident, String platform) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update scheduled_tasks set execution_time = :now, consecutive_failures = 0
                where task_name = :task and task_instance >= :thread and task_instance < :next
                  and right(task_instance, length(:platform) + 1) = '/' || :platform
                  and not picked and execution_time > :now
                """)
            .bind("task", WorkRows.THREAD_REPLY)
            .bind("thread", digits(incident.value()))
            .bind("next", digits(incident.value() + 1))
            .bind("platform", platform)
            .bind("now", Rows.utc(clock.instant()))
            .execute());
  }

  /** Of the reply in a row. */
  public Turn turn(IncidentId incident, String platform, String instance) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select post.channel, post.message, (
                    select max(execution_time) from scheduled_tasks
                    where task_name = :task and task_instance >= :thread and task_instance < :next
                      and task_instance < :instance
                      and right(task_instance, length(:platform) + 1) = '/' || :platform
                  ) as older_due
                from (select 1) as one left join incident_post post
                  on post.incident_id = :id and post.platform = :platform
                """)
            .bind("task", WorkRows.THREAD_REPLY)
            .bind("id", incident.value())
            .bind("platform", platform)
            .bind("thread", digits(incident.value()))
            .bind("next", digits(incident.value() + 1))
            .bind("instance", instance)
            .map((row, _) -> new Turn(root(row, platform), Rows.optionalInstant(row, "older_due")))
            .one());
  }

  private static Optional<PostRef> root(ResultSet row, String platform) throws SQLException {
    var message = row.getString("message");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new PostRef(platform, row.getString("channel"), message));
  }

  private static String digits(long incident) {
    return "%012d".formatted(incident);
  }
}
