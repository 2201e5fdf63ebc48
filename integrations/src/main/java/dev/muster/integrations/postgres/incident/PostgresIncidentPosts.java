package dev.muster.integrations.postgres.incident;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPosts;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where incidents are shown in the chats, and whether what is shown is the latest. */
public final class PostgresIncidentPosts implements IncidentPosts, IncidentThreads {

  /** A post is edited at most once in this time, so that a storm becomes few edits. */
  private static final Duration REST = Duration.ofSeconds(1);

  private final Database database;
  private final WorkRows work;
  private final InstantSource clock;

  public PostgresIncidentPosts(Database database, WorkRows work, InstantSource clock) {
    this.database = database;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Optional<Standing> standing(IncidentId incident, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select incident.*, post.channel as post_channel, post.message as post_message,
                    coalesce(post.replaced, false) as post_replaced,
                    own.channel as own_channel, own.name as own_name
                from incident left join incident_post post
                  on post.incident_id = incident.id and post.platform = :platform
                left join incident_channel own
                  on own.incident_id = incident.id and own.platform = :platform
                    and own.phase in ('OPEN', 'ARCHIVED')
                where incident.id = :id
                """)
            .bind("id", incident.value())
            .bind("platform", platform)
            .map((row, _) ->
                new Standing(
                    IncidentRows.read(row),
                    post(row, platform),
                    row.getBoolean("post_replaced"),
                    own(row)))
            .findOne());
  }

  @Override
  public Optional<IncidentId> incidentAt(Place place) {
    return place
        .thread()
        .flatMap(thread ->
            database.with(handle ->
                handle
                    .createQuery(
                        """
                        select incident_id from incident_post where platform = :platform
                          and channel = :channel and message = :thread
                        union
                        select incident_id from incident_channel
                        where platform = :platform and channel = :channel
                        """)
                    .bind("platform", place.platform())
                    .bind("channel", place.channel())
                    .bind("thread", thread)
                    .mapTo(Long.class)
                    .findOne()
                    .map(IncidentId::new)));
  }

  @Override
  public void append(ThreadReply reply) {
    work.append(List.of(reply));
  }

  /**
   * Notes what a post shows. Where that is the latest, the work that showed it is done and its row
   * removed, under the incident's lock and in the same statement: whoever changes the incident
   * finds the work done or still to do. Answers whether it was the latest. A replica that was held
   * up may put an older state over a newer one, whose work is done: then it is to be done again. A
   * first post wakes the replies that waited for it. What the incident's own channel there does not
   * show yet is to be shown there then.
   *
   * @param work which version of the row of work it was
   */
  public boolean finish(PostRefresh.Shown shown, long work) {
    return shown.isFirst()
        ? database.inTransaction(() -> {
          var isLatest = note(shown, work);
          this.work.wakeReplies(shown.incident(), shown.post().platform());
          return isLatest;
        })
        : note(shown, work);
  }

  private boolean note(PostRefresh.Shown shown, long work) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with latest as (
                  select version from incident where id = :id for update
                ), noted as (
                  insert into incident_post as known (incident_id, platform, channel, message,
                      rendered_version, refresh_after)
                  select :id, :platform, :channel, :message, :version, :after from latest
                  on conflict (incident_id, platform) do update
                    set rendered_version = greatest(known.rendered_version, :version),
                        refresh_after = :after, channel = :channel, message = :message,
                        replaced = known.replaced or known.message <> :message
                  returning rendered_version
                ), shown as (
                  select greatest(latest.version, rendered_version) <= :version as is_latest
                  from latest cross join noted
                ), done as (
                  delete from scheduled_tasks using shown
                  where task_name = :task and task_instance = :id || '/' || :platform
                    and version = :work and is_latest
                ), overtaken as (
                  insert into scheduled_tasks
                      (task_name, task_instance, execution_time, picked, version)
                  select :task, :id || '/' || :platform, :after, false, 1 from shown
                  where not is_latest
                  on conflict do nothing
                ), behind as (
                  insert into scheduled_tasks as known
                      (task_name, task_instance, execution_time, picked, version)
                  select :ownTask, :id || '/' || :platform, :now, false, 1
                  from noted join incident_channel own
                    on own.incident_id = :id and own.platform = :platform
                  where own.version < :version and own.phase <> 'THREAD'
                  on conflict (task_name, task_instance)
                    do update set execution_time = excluded.execution_time where not known.picked
                )
                select is_latest from shown
                """)
            .bind("id", shown.incident().value())
            .bind("platform", shown.post().platform())
            .bind("channel", shown.post().channel())
            .bind("message", shown.post().message())
            .bind("version", shown.version())
            .bind("now", Rows.utc(clock.instant()))
            .bind("after", Rows.utc(clock.instant().plus(REST)))
            .bind("task", WorkRows.REFRESH_POST)
            .bind("ownTask", WorkRows.OWN_CHANNEL)
            .bind("work", work)
            .mapTo(Boolean.class)
            .one());
  }

  private static Optional<PostRef> post(ResultSet row, String platform) throws SQLException {
    var message = row.getString("post_message");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new PostRef(platform, row.getString("post_channel"), message));
  }

  private static Optional<Span.Channel> own(ResultSet row) throws SQLException {
    var channel = row.getString("own_channel");
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(new Span.Channel(channel, row.getString("own_name")));
  }
}
