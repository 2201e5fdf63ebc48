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
import dev.muster.integrations.postgres.Write;
import dev.muster.integrations.postgres.incident.IncidentRows;
import dev.muster.integrations.postgres.incident.TimelineRows;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** What the intake writes, in few statements however many webhooks share a commit. */
public final class PostgresIntakeStore implements IntakeStore {

  /**
   * Up to so many alerts and groups are locked one by one, in the order of their hashes; a commit
   * with more locks everybody else out instead, so as not to use up the server's lock table.
   */
  private static final int MANY = 1_000;

  private static final int EVERYTHING = 0x6d757301;
  private static final int KEYS = 0x6d757302;

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
      Write.sendTogether(handle, writes(changes));
      AlertRows.repeat(handle, changes.repeated());
      AlertRows.resolve(handle, changes.resolved());
      return true;
    });
    work.append(changes.replies());
    work.refreshPosts(changes.incidents().stream().map(Incident::id).toList());
  }

  @Override
  public void keep(IntakeChanges.KeptDelivery delivery) {
    database.inTransaction(
        () -> database.with(handle -> DeliveryRows.write(List.of(delivery)).send(handle)));
  }

  private static List<Write> writes(IntakeChanges changes) {
    var writes = new ArrayList<Write>();
    writes.add(DeliveryRows.write(changes.deliveries()));
    if (!changes.incidents().isEmpty()) {
      writes.add(IncidentRows.write(changes.incidents()));
      writes.add(TimelineRows.append(changes.timeline()));
    }
    if (!changes.opened().isEmpty()) {
      writes.add(AlertRows.open(changes.opened()));
    }
    if (!changes.episodes().isEmpty()) {
      writes.add(EpisodeRows.write(changes.episodes()));
    }
    return writes;
  }

  private static void lock(Handle handle, Set<AlertKey> alerts, Set<String> groups) {
    if (alerts.size() + groups.size() > MANY) {
      handle
          .createQuery("select count(pg_advisory_xact_lock(:space, 0))")
          .bind("space", EVERYTHING)
          .mapTo(Long.class)
          .one();
      return;
    }
    var keys =
        Stream.concat(
                alerts.stream().map(key -> key.integration() + "\n" + key.dedupKey()),
                groups.stream())
            .map(String::hashCode)
            .distinct()
            .sorted()
            .toArray(Integer[]::new);
    handle
        .createQuery(
            """
            select count(pg_advisory_xact_lock(:keys, key))
            from (select pg_advisory_xact_lock_shared(:space, 0)) as everything,
              unnest(:hashes) as key
            """)
        .bind("space", EVERYTHING)
        .bind("keys", KEYS)
        .bind("hashes", keys)
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
