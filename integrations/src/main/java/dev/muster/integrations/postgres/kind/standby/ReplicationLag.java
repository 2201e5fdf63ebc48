package dev.muster.integrations.postgres.kind.standby;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code postgres/replication-lag}: how far standbys are behind, as the primary sees it. */
public final class ReplicationLag implements DatabaseKind {

  /** A time is there only while there is something to replay: none means none. */
  private static final String STANDBYS =
      """
      select application_name as name, client_addr::text as client, state, sync_state as sync,
        pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint as bytes,
        coalesce(replay_lag, '0') as lag
      from pg_stat_replication
      order by bytes desc nulls first
      """;

  /** Nobody reads these: PostgreSQL keeps files for them until the disk is full. */
  private static final String SLOTS =
      """
      select slot_name::text as name,
        pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint as bytes
      from pg_replication_slots where not active order by bytes desc nulls last
      """;

  @Override
  public String name() {
    return "postgres/replication-lag";
  }

  @Override
  public String about() {
    return "Asks a primary how far its standbys are behind; answers standbys, count, bytes and lag"
        + " (of the slowest), and idleSlots, which hold files that nobody reads.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(URL);
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("not-a-primary");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "ask how far the standbys are behind of " + Target.shown(with, URL.name());
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    if (Recovery.of(session).isStandby()) {
      return new Outcome.Failed(
          "not-a-primary",
          session.target() + " is a standby: ask its primary, or use postgres/replay-backlog.");
    }
    var standbys = session.rows(STANDBYS);
    var slots = session.rows(SLOTS);
    standbys.forEach(row -> attempt.output().line(line(row)));
    var bytes = standbys.stream().mapToLong(row -> row.number("bytes")).max().orElse(0);
    var lag =
        standbys.stream()
            .map(row -> row.duration("lag"))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    var result = new LinkedHashMap<String, Object>();
    result.put("standbys", standbys.stream().map(Row::values).toList());
    result.put("count", (long) standbys.size());
    result.put("bytes", bytes);
    result.put("lag", lag);
    result.put("idleSlots", slots.stream().map(Row::values).toList());
    return new Outcome.Done(result, words(standbys.size(), slots.size(), result));
  }

  private static String line(Row row) {
    return "%s %s (%s): %s behind, %s"
        .formatted(
            row.text("name"),
            row.text("state"),
            row.text("sync"),
            Shown.bytes(row.number("bytes")),
            Shown.duration(row.duration("lag")));
  }

  private static String words(int standbys, int slots, Map<String, Object> result) {
    var idle = slots == 0 ? "" : ", " + count(slots, "slot is idle", "slots are idle");
    return standbys == 0
        ? "no standby is connected" + idle
        : "%s, %s behind%s"
            .formatted(
                count(standbys, "standby", "standbys"),
                Shown.bytes((Long) result.getOrDefault("bytes", 0L)),
                idle);
  }
}
