package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.AlertKey;
import dev.muster.commands.intake.Episode;
import dev.muster.commands.intake.IntakeChanges;
import dev.muster.commands.intake.IntakeState;
import dev.muster.commands.intake.IntakeStore;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.incident.IncidentRows;
import dev.muster.integrations.postgres.incident.TimelineRows;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the intake writes, in few statements however many webhooks share a commit. */
public final class PostgresIntakeStore implements IntakeStore {

  /**
   * Locks are taken on numbered buckets: so many that strangers rarely meet, so few that one
   * webhook with thousands of alerts does not use up the server's lock table.
   */
  private static final int BUCKETS = 1024;

  private static final int LOCK_SPACE = 0x6d7573;

  private final Database database;
  private final WorkRows work;
  private final AlertIds alertIds;

  public PostgresIntakeStore(Database database, WorkRows work) {
    this.database = database;
    this.work = work;
    this.alertIds = new AlertIds(database);
  }

  @Override
  public IntakeState lockAndLoad(Set<AlertKey> alerts, Set<String> groups) {
    return database.with(handle -> {
      lock(handle, alerts, groups);
      var episodes = episodes(handle, alerts);
      return new IntakeState(episodes, incidents(handle, episodes, groups));
    });
  }

  @Override
  public IncidentId nextIncidentId() {
    return database.with(handle ->
        new IncidentId(handle.select("select nextval('incident_id')").mapTo(Long.class).one()));
  }

  @Override
  public long nextAlertId() {
    return alertIds.next();
  }

  @Override
  public void save(IntakeChanges changes) {
    database.with(handle -> {
      IncidentRows.write(handle, changes.incidents());
      AlertRows.open(handle, changes.opened());
      AlertRows.repeat(handle, changes.repeated());
      AlertRows.resolve(handle, changes.resolved());
      EpisodeRows.write(handle, changes.episodes());
      TimelineRows.append(handle, changes.timeline());
      DeliveryRows.write(handle, changes.deliveries());
      return true;
    });
    work.append(changes.replies());
    work.refreshPosts(changes.incidents().stream().map(Incident::id).toList());
  }

  @Override
  public void keep(IntakeChanges.KeptDelivery delivery) {
    database.inTransaction(() ->
        database.with(handle -> {
          DeliveryRows.write(handle, List.of(delivery));
          return true;
        }));
  }

  private static void lock(Handle handle, Set<AlertKey> alerts, Set<String> groups) {
    var buckets =
        Stream.concat(
                alerts.stream().map(key -> key.integration() + "\n" + key.dedupKey()),
                groups.stream())
            .map(key -> Math.floorMod(key.hashCode(), BUCKETS))
            .distinct()
            .sorted()
            .toArray(Integer[]::new);
    handle
        .createQuery(
            """
            select count(pg_advisory_xact_lock(:space, bucket)) from unnest(:buckets) as bucket
            """)
        .bind("space", LOCK_SPACE)
        .bind("buckets", buckets)
        .mapTo(Long.class)
        .one();
  }

  private static List<Episode> episodes(Handle handle, Set<AlertKey> alerts) {
    var keys = List.copyOf(alerts);
    return handle
        .createQuery(
            """
            select episode.* from unnest(:integrations, :keys) as wanted (integration, dedup_key)
            join episode using (integration, dedup_key)
            """)
        .bind("integrations", keys.stream().map(AlertKey::integration).toArray(String[]::new))
        .bind("keys", keys.stream().map(AlertKey::dedupKey).toArray(String[]::new))
        .map((row, _) -> EpisodeRows.read(row))
        .list();
  }

  private static List<Incident> incidents(
      Handle handle, Collection<Episode> episodes, Set<String> groups) {
    var ids = episodes.stream().flatMap(episode -> episode.incident().stream()).distinct();
    return handle
        .createQuery(
            """
            select * from incident where id = any(array(
                select (select max(id) from incident where group_key = wanted)
                from unnest(:groups) as wanted)) or id = any(:ids)
            order by id for update
            """)
        .bind("groups", groups.toArray(String[]::new))
        .bind("ids", ids.map(IncidentId::value).toArray(Long[]::new))
        .map((row, _) -> IncidentRows.read(row))
        .list();
  }
}
