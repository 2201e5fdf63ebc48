package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lists of runs from PostgreSQL. Thread-safe. */
public final class PostgresRunLists implements RunLists {

  private static final String COLUMNS =
      """
      select id, runbook, title, requester, requester_name, requested_at, dry, state, standing,
          incident_id, parent, ended_at
      from run
      """;

  private final Database database;

  public PostgresRunLists(Database database) {
    this.database = database;
  }

  @Override
  public List<Line> list(Which which, Optional<RunId> before, int limit) {
    var sql =
        COLUMNS + "where %s and id < :before order by id desc limit :limit".formatted(sql(which));
    return database.with(handle ->
        handle
            .createQuery(sql)
            .bind("before", before.map(RunId::value).orElse(Long.MAX_VALUE))
            .bind("limit", limit)
            .map((row, _) -> line(row))
            .list());
  }

  @Override
  public List<Line> of(long incident, int limit) {
    return database.with(handle ->
        handle
            .createQuery(COLUMNS + "where incident_id = :incident order by id desc limit :limit")
            .bind("incident", incident)
            .bind("limit", limit)
            .map((row, _) -> line(row))
            .list());
  }

  @Override
  public Map<String, Long> open() {
    return database.with(handle -> {
      var open = new TreeMap<String, Long>();
      handle
          .createQuery(
              "select state, count(*) as runs from run where state <> 'ended' group by state")
          .map((row, _) -> open.put(row.getString("state"), row.getLong("runs")))
          .list();
      return open;
    });
  }

  private static String sql(Which which) {
    return switch (which) {
      case ALL -> "true";
      case RUNNING -> "state <> 'ended' and state in ('running', 'sleeping', 'nesting')";
      case WAITING -> "state <> 'ended' and state not in ('running', 'sleeping', 'nesting')";
      case ENDED -> "state = 'ended'";
    };
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new RunId(row.getLong("id")),
        row.getString("runbook"),
        row.getString("title"),
        new Who(row.getString("requester"), row.getString("requester_name")),
        Rows.instant(row, "requested_at"),
        row.getBoolean("dry"),
        row.getString("state"),
        Standing.valueOf(row.getString("standing")),
        Rows.optionalLong(row, "incident_id"),
        Rows.optionalLong(row, "parent").map(RunId::new),
        Rows.optionalInstant(row, "ended_at"));
  }
}
