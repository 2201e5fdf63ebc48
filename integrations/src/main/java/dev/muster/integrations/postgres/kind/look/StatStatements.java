package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code postgres/stat-statements}: what costs the most, summed up over all calls. */
public final class StatStatements implements Look {

  private static final String WHERE =
      """
      select quote_ident(n.nspname) as schema, e.extversion as version
      from pg_extension e join pg_namespace n on n.oid = e.extnamespace
      where e.extname = 'pg_stat_statements'
      """;

  private static final Map<String, String> ORDERS =
      Map.of("mean", "mean_exec_time", "total", "total_exec_time", "calls", "calls");

  @Override
  public String name() {
    return "postgres/stat-statements";
  }

  @Override
  public String about() {
    return "Lists the statements that take the most time, by pg_stat_statements; answers"
        + " statements with query, calls, rows, total, mean and max of each.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional("by", Parameter.Type.TEXT, "Which come first: total.")
            .oneOf("mean", "total", "calls")
            .otherwise("mean"),
        Parameter.optional("limit", Parameter.Type.NUMBER, "How many, 100 at most: 10.")
            .otherwise(20L));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("no-extension");
  }

  @Override
  public String looking() {
    return "list the costliest statements of";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var found = session.rows(WHERE);
    if (found.isEmpty()) {
      throw new RefusedException(
          "no-extension",
          "%s has no pg_stat_statements: as a superuser, create extension pg_stat_statements. It"
                  .formatted(session.target())
              + " must stand in shared_preload_libraries, which takes a restart.");
    }
    var order = ORDERS.getOrDefault(attempt.with().text("by"), "mean_exec_time");
    var limit = Math.clamp(attempt.with().number("limit"), 1L, 100L);
    var statements =
        session.rows(sql(found.getFirst().text("schema"), order), limit).stream()
            .map(StatStatements::result)
            .toList();
    statements.forEach(it -> attempt.output().line(line(it)));
    return new Outcome.Done(
        Map.of("statements", statements, "count", (long) statements.size()),
        count(statements.size(), "statement", "statements"));
  }

  /** The columns of PostgreSQL 13 and later. */
  private static String sql(String schema, String order) {
    return """
    select s.query, s.calls, s.rows, s.total_exec_time as total, s.mean_exec_time as mean,
      s.max_exec_time as max, r.rolname::text as "user"
    from %s.pg_stat_statements s left join pg_roles r on r.oid = s.userid
    where s.dbid = (select oid from pg_database where datname = current_database())
    order by %s desc
    limit ?
    """
        .formatted(schema, order);
  }

  private static Map<String, Object> result(Row row) {
    var result = new LinkedHashMap<>(row.values());
    result.put("query", Shown.query(row.text("query")));
    for (var time : List.of("total", "mean", "max")) {
      if (row.values().get(time) instanceof Number millis) {
        result.put(time, Duration.ofNanos((long) (millis.doubleValue() * 1_000_000)));
      }
    }
    return result;
  }

  private static String line(Map<String, Object> it) {
    return String.format(
        Locale.ROOT,
        "mean %s, %s calls: %s",
        it.get("mean") instanceof Duration mean ? Shown.duration(mean) : "?",
        it.get("calls"),
        it.get("query"));
  }
}
