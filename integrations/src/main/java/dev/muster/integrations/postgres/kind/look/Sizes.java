package dev.muster.integrations.postgres.kind.look;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** {@code postgres/sizes}: the databases of a server and the largest tables of one of them. */
public final class Sizes implements Look {

  private static final String DATABASES =
      """
      select datname::text as name, pg_database_size(oid) as bytes
      from pg_database
      where datallowconn and has_database_privilege(oid, 'connect')
      order by 2 desc limit 50
      """;

  /** Parts of a partitioned table each count for themselves. */
  private static final String TABLES =
      """
      select n.nspname::text as schema, c.relname::text as name,
        pg_total_relation_size(c.oid) as bytes, pg_table_size(c.oid) as "tableBytes",
        pg_indexes_size(c.oid) as "indexBytes", greatest(c.reltuples, 0)::bigint as rows,
        coalesce(s.n_dead_tup, 0) as "deadRows"
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        left join pg_stat_all_tables s on s.relid = c.oid
      where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')
        and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
      order by 3 desc limit 20
      """;

  private static final String CURRENT = "select pg_database_size(current_database()) as bytes";

  @Override
  public String name() {
    return "postgres/sizes";
  }

  @Override
  public String about() {
    return "Measures the databases and the 20 largest tables; answers bytes (of this database),"
        + " databases and tables, with indexes, rows and dead rows of each.";
  }

  @Override
  public String looking() {
    return "measure the databases and tables of";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var databases = session.rows(DATABASES);
    var tables = session.rows(TABLES);
    var bytes = session.row(CURRENT).number("bytes");
    for (var row : databases) {
      attempt.output().line(Shown.bytes(row.number("bytes")) + " database " + row.text("name"));
    }
    tables.forEach(row -> attempt.output().line(line(row)));
    return new Outcome.Done(
        Map.of(
            "bytes", bytes,
            "databases", databases.stream().map(Row::values).toList(),
            "tables", tables.stream().map(Row::values).toList()),
        Shown.bytes(bytes) + largest(tables));
  }

  private static String line(Row row) {
    return "%s %s.%s (indexes %s, about %d rows, %d dead)"
        .formatted(
            Shown.bytes(row.number("bytes")),
            row.text("schema"),
            row.text("name"),
            Shown.bytes(row.number("indexBytes")),
            row.number("rows"),
            row.number("deadRows"));
  }

  private static String largest(List<Row> tables) {
    return tables.isEmpty()
        ? ""
        : ", largest table %s with %s"
            .formatted(
                tables.getFirst().text("name"), Shown.bytes(tables.getFirst().number("bytes")));
  }
}
