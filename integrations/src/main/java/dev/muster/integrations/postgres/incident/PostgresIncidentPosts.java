package dev.muster.integrations.postgres.incident;

import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.PostRef;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentPosts;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.WorkRows;
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
  public Optional<PostRef> find(IncidentId incident, String platform) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select channel, message from incident_post
                where incident_id = :id and platform = :platform
                """)
            .bind("id", incident.value())
            .bind("platform", platform)
            .map((row, _) -> new PostRef(platform, row.getString(1), row.getString(2)))
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
   * Notes what a post shows, and says whether that is the latest. Locks the incident until the
   * transaction ends: whoever changes it waits, and finds the work done or still to do.
   */
  public boolean isLatest(PostRefresh.Shown shown) {
    return database.with(handle -> {
      var current =
          handle
              .createQuery("select version from incident where id = :id for update")
              .bind("id", shown.incident().value())
              .mapTo(Long.class)
              .one();
      var rendered =
          handle
              .createQuery(
                  """
                  insert into incident_post as known (incident_id, platform, channel, message,
                      rendered_version, refresh_after)
                  values (:id, :platform, :channel, :message, :version, :after)
                  on conflict (incident_id, platform) do update
                    set rendered_version = greatest(known.rendered_version, :version),
                        refresh_after = :after
                  returning rendered_version
                  """)
              .bind("id", shown.incident().value())
              .bind("platform", shown.post().platform())
              .bind("channel", shown.post().channel())
              .bind("message", shown.post().message())
              .bind("version", shown.version())
              .bind("after", Rows.utc(clock.instant().plus(REST)))
              .mapTo(Long.class)
              .one();
      return shown.version() >= Math.max(current, rendered);
    });
  }
}
