package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.AlertKey;
import dev.muster.commands.intake.Episode;
import dev.muster.commands.intake.HeldAlert;
import dev.muster.commands.intake.IntakeChanges;
import dev.muster.commands.intake.IntakeState;
import dev.muster.commands.intake.IntakeStore;
import dev.muster.commands.silence.SilenceId;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.Write;
import dev.muster.integrations.postgres.incident.IncidentRows;
import dev.muster.integrations.postgres.incident.MailRows;
import dev.muster.integrations.postgres.incident.TimelineRows;
import dev.muster.integrations.postgres.silence.ActiveSilences;
import dev.muster.integrations.postgres.trigger.FiredRows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the intake writes, in few statements however many webhooks share a commit. */
public final class PostgresIntakeStore implements IntakeStore {

  /**
   * Up to so many alerts and groups are locked one by one, in the order of their hashes; a commit
   * with more locks everybody else out instead, so as not to use up the server's lock table.
   */
  private static final int MANY = 1_000;

  /**
   * Above it the statements go one by one: sent together, their answers could fill the buffers both
   * ways while the last of them is still being written, and each side would wait for the other.
   */
  private static final int TOGETHER = 200;

  private static final String LOCK_EVERYTHING =
      """
      select count(pg_advisory_xact_lock(1836413697, 0)), cardinality(:locks)
      """;

  private static final String LOCK_KEYS =
      """
      select count(pg_advisory_xact_lock(1836413698, key))
      from (select pg_advisory_xact_lock_shared(1836413697, 0)) as everything, unnest(:locks) as key
      """;

  private static final String EPISODES =
      """
      select episode.* from unnest(:integrations, :keys) as wanted (integration, dedup_key)
      join episode using (integration, dedup_key)
      """;

  private static final String INCIDENTS =
      """
      select * from incident where id = any(array(
          select (select max(id) from incident where group_key = wanted)
          from unnest(:groups) as wanted
          union
          select merged_into from incident
          where group_key = any(:groups) and merged_into is not null
          union
          select incident_id from unnest(:integrations, :keys) as wanted (integration, dedup_key)
          join episode using (integration, dedup_key)))
      order by id for update
      """;

  private final Database database;
  private final WorkRows work;
  private final AlertIds alertIds;
  private final HeldAlerts held;
  private final ActiveSilences silences = new ActiveSilences();

  public PostgresIntakeStore(Database database, WorkRows work) {
    this.database = database;
    this.work = work;
    this.alertIds = new AlertIds(database);
    this.held = new HeldAlerts(database);
  }

  /**
   * In one round trip. Each statement sees what was committed before it began, and so those that
   * read see whatever was committed before the locks were had.
   */
  @Override
  public IntakeState lockAndLoad(Set<AlertKey> alerts, Set<String> groups) {
    var size = alerts.size() + groups.size();
    var lock = size > MANY ? LOCK_EVERYTHING : LOCK_KEYS;
    var keys = keys(alerts, groups);
    return database.with(handle -> {
      if (size <= TOGETHER) {
        return handle
            .createQuery(String.join(";\n", lock, EPISODES, INCIDENTS, ActiveSilences.SQL))
            .bindMap(keys)
            .execute((executed, context) -> {
              try (context) {
                return read(executed.get());
              }
            });
      }
      handle.createQuery(lock).bindMap(keys).mapTo(Long.class).one();
      return new IntakeState(
          handle.createQuery(EPISODES).bindMap(keys).map((row, _) -> EpisodeRows.read(row)).list(),
          handle
              .createQuery(INCIDENTS)
              .bindMap(keys)
              .map((row, _) -> IncidentRows.read(row))
              .list(),
          handle
              .createQuery(ActiveSilences.SQL)
              .execute((executed, context) -> {
                try (context;
                    var rows = executed.get().getResultSet()) {
                  return silences.read(rows);
                }
              }));
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
  public List<HeldAlert> held(SilenceId silence, int most) {
    return held.by(silence, most);
  }

  @Override
  public void save(IntakeChanges changes) {
    work.refreshPosts(changes.touched(), writes(changes));
    work.append(changes.replies());
  }

  @Override
  public void keep(IntakeChanges.KeptDelivery delivery) {
    database.inTransaction(
        () -> database.with(handle -> DeliveryRows.write(List.of(delivery)).send(handle)));
  }

  private List<Write> writes(IntakeChanges changes) {
    var writes = new ArrayList<Write>();
    add(writes, changes.deliveries(), DeliveryRows::write);
    add(writes, changes.incidents(), IncidentRows::write);
    add(writes, changes.detailed(), IncidentRows::details);
    add(writes, changes.detailed().stream().map(Incident::id).toList(), work::reminders);
    add(writes, changes.tallied(), IncidentRows::tally);
    add(writes, changes.timeline(), TimelineRows::append);
    add(writes, changes.opened(), AlertRows::open);
    add(writes, changes.repeated(), AlertRows::repeat);
    add(writes, changes.resolved(), AlertRows::resolve);
    add(writes, changes.episodes(), episodes -> EpisodeRows.write(episodes, titles(changes)));
    add(writes, changes.held(), EpisodeRows::hold);
    add(writes, changes.held(), AlertRows::hold);
    add(
        writes,
        changes.toTell(),
        told -> MailRows.opened(told, changes.timeline().getFirst().at()));
    add(writes, changes.fired(), fired -> FiredRows.wait(fired, work.now()));
    writes.addAll(MailRows.following(changes.timeline()));
    return writes;
  }

  private static Map<AlertKey, String> titles(IntakeChanges changes) {
    return changes.opened().stream()
        .collect(
            Collectors.toMap(
                alert -> alert.episode().key(),
                alert -> alert.event().title(),
                (_, latest) -> latest));
  }

  private static <T, C extends Collection<T>> void add(
      List<Write> writes, C rows, Function<C, Write> write) {
    if (!rows.isEmpty()) {
      writes.add(write.apply(rows));
    }
  }

  private static Map<String, Object> keys(Set<AlertKey> alerts, Set<String> groups) {
    var locks =
        Stream.concat(
                alerts.stream().map(key -> key.integration() + "\n" + key.dedupKey()),
                groups.stream())
            .map(String::hashCode)
            .distinct()
            .sorted()
            .toList();
    var rows = new Columns<>(alerts);
    return Map.of(
        "locks", new Columns<>(locks).ints(hash -> hash),
        "integrations", rows.texts(AlertKey::integration),
        "keys", rows.texts(AlertKey::dedupKey),
        "groups", new Columns<>(groups).texts(group -> group));
  }

  private IntakeState read(PreparedStatement executed) throws SQLException {
    var episodes = new ArrayList<Episode>();
    executed.getMoreResults();
    try (var rows = executed.getResultSet()) {
      while (rows.next()) {
        episodes.add(EpisodeRows.read(rows));
      }
    }
    var incidents = new ArrayList<Incident>();
    executed.getMoreResults();
    try (var rows = executed.getResultSet()) {
      while (rows.next()) {
        incidents.add(IncidentRows.read(rows));
      }
    }
    executed.getMoreResults();
    try (var rows = executed.getResultSet()) {
      return new IntakeState(episodes, incidents, silences.read(rows));
    }
  }
}
