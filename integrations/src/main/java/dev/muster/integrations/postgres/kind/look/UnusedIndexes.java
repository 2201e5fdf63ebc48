package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;

/** {@code postgres/unused-indexes}: what is written with every change and never read. */
public final class UnusedIndexes implements Look {

  /** One that keeps something unique, or a constraint, is needed without being read. */
  private static final String SQL =
      """
      select s.schemaname::text as schema, s.relname::text as table,
        s.indexrelname::text as index, pg_relation_size(s.indexrelid) as bytes
      from pg_stat_user_indexes s join pg_index i on i.indexrelid = s.indexrelid
      where s.idx_scan = 0 and s.schemaname = ? and not i.indisunique and not i.indisexclusion
        and not exists (select from pg_constraint c where c.conindid = s.indexrelid)
      order by 4 desc limit 200
      """;

  private static final String SINCE =
      """
      select coalesce(stats_reset, pg_postmaster_start_time()) as since, pg_is_in_recovery() as standby
      from pg_stat_database where datname = current_database()
      """;

  @Override
  public String name() {
    return "postgres/unused-indexes";
  }

  @Override
  public String about() {
    return "Lists indexes that nothing has read since the statistics began, the largest first;"
        + " answers indexes, count, bytes and since. Standbys count for themselves: look there too"
        + " before one is dropped.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(URL, SCHEMA);
  }

  @Override
  public String looking() {
    return "look for unused indexes in";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var rows = session.rows(SQL, attempt.with().text("schema"));
    var bytes = rows.stream().mapToLong(row -> row.number("bytes")).sum();
    for (var row : rows) {
      attempt
          .output()
          .line(
              "%s %s on %s"
                  .formatted(
                      Shown.bytes(row.number("bytes")), row.text("index"), row.text("table")));
    }
    var result = new LinkedHashMap<>(session.row(SINCE).values());
    result.put("indexes", rows.stream().map(Row::values).toList());
    result.put("count", (long) rows.size());
    result.put("bytes", bytes);
    return new Outcome.Done(
        result, count(rows.size(), "unused index", "unused indexes") + ", " + Shown.bytes(bytes));
  }
}
