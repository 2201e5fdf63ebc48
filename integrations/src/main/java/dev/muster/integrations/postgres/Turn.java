package dev.muster.integrations.postgres;

import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * How things stand for one reply.
 *
 * @param root where it is to go, once that is there and it is clear that it goes there
 * @param own the channel that the incident has for itself, where it goes instead
 * @param isReplaced whether somebody deleted the first root and this is the second
 * @param olderDue when the last of the older replies of that thread is tried, if one is left
 */
public record Turn(
    Optional<PostRef> root, Optional<String> own, boolean isReplaced, Optional<Instant> olderDue) {

  static Turn of(Database database, IncidentId incident, String platform, String instance) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select post.channel, post.message, coalesce(post.replaced, false) as replaced,
                  case when own.phase = 'OPEN' then own.channel end as own, (
                    select max(execution_time) from scheduled_tasks
                    where task_name = :task and task_instance >= :thread and task_instance < :next
                      and task_instance < :instance
                      and right(task_instance, length(:platform) + 1) = '/' || :platform
                  ) as older_due
                from (select 1) as one
                left join incident_channel own
                  on own.incident_id = :id and own.platform = :platform
                left join incident_post post
                  on post.incident_id = :id and post.platform = :platform
                    and own.phase is distinct from 'WANTED'
                """)
            .bind("task", WorkRows.THREAD_REPLY)
            .bind("id", incident.value())
            .bind("platform", platform)
            .bind("thread", ReplyRows.digits(incident.value()))
            .bind("next", ReplyRows.digits(incident.value() + 1))
            .bind("instance", instance)
            .map((row, _) ->
                new Turn(
                    root(row, platform),
                    Rows.optionalText(row, "own"),
                    row.getBoolean("replaced"),
                    Rows.optionalInstant(row, "older_due")))
            .one());
  }

  private static Optional<PostRef> root(ResultSet row, String platform) throws SQLException {
    var message = row.getString("message");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new PostRef(platform, row.getString("channel"), message));
  }
}
