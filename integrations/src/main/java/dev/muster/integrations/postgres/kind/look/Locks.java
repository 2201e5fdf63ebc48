package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code postgres/locks}: who waits for whom. */
public final class Locks implements Look {

  private static final String BLOCKED =
      """
      select %s, pg_blocking_pids(a.pid) as "blockedBy"
      from pg_stat_activity a
      where a.wait_event_type = 'Lock'
      order by age desc
      limit 200
      """
          .formatted(Activity.COLUMNS);

  /** {@code root}: it waits for nobody itself, so that all others go on when it ends. */
  private static final String BLOCKERS =
      """
      with waiting as materialized (
        select pid, pg_blocking_pids(pid) as blockers
        from pg_stat_activity where wait_event_type = 'Lock')
      select %s,
        (select count(*) from waiting w where a.pid = any (w.blockers)) as blocks,
        not exists (select from waiting w where w.pid = a.pid and cardinality(w.blockers) > 0)
          as root
      from pg_stat_activity a
      where exists (select from waiting w where a.pid = any (w.blockers))
      order by root desc, blocks desc, age desc
      limit 200
      """
          .formatted(Activity.COLUMNS);

  @Override
  public String name() {
    return "postgres/locks";
  }

  @Override
  public String about() {
    return "Shows who waits for a lock and who holds it; answers count, blocked, blockers, and"
        + " roots, the pids of those who hold up others and wait for nobody.";
  }

  @Override
  public String looking() {
    return "look who blocks whom in";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var blocked = session.rows(BLOCKED);
    var blockers = session.rows(BLOCKERS);
    blockers.forEach(row ->
        attempt.output().line("blocks %d: %s".formatted(row.number("blocks"), Activity.line(row))));
    blocked.forEach(row ->
        attempt
            .output()
            .line("waits for %s: %s".formatted(row.text("blockedBy"), Activity.line(row))));
    var roots = roots(blockers);
    return new Outcome.Done(
        Map.of(
            "count",
            (long) blocked.size(),
            "blocked",
            Activity.results(blocked),
            "blockers",
            Activity.results(blockers),
            "roots",
            roots),
        words(blocked.size(), roots) + Activity.hidden(session));
  }

  private static List<Long> roots(List<Row> blockers) {
    return blockers.stream()
        .filter(row -> row.isTrue("root"))
        .map(row -> row.number("pid"))
        .toList();
  }

  private static String words(int blocked, List<Long> roots) {
    return blocked == 0
        ? "nobody waits for a lock"
        : "%s blocked, %s at the root".formatted(blocked, count(roots.size(), "pid", "pids"));
  }
}
