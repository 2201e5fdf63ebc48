package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows tables have. */
record Counts(Session session) {

  private static final String TABLES =
      """
      select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
      order by 1 limit 1000
      """;

  private static final String INDEXES =
      """
      select count(*) as n from pg_stat_user_indexes s join pg_index i using (indexrelid)
      where i.indisvalid
      """;

  List<String> all() throws SQLException {
    return session.rows(TABLES).stream().map(row -> row.text("name")).toList();
  }

  /** With their schemas, as PostgreSQL quotes them. */
  List<String> named(Collection<?> names) throws SQLException {
    var tables = new ArrayList<String>();
    for (var name : names) {
      tables.add(Table.table(session, String.valueOf(name)).name());
    }
    return tables;
  }

  Map<String, Long> of(Collection<String> tables) throws SQLException {
    var counts = new TreeMap<String, Long>();
    for (var table : tables) {
      counts.put(table, session.row("select count(*) as n from " + table).number("n"));
    }
    return counts;
  }

  /** Those that are valid; another is of no use to anybody. */
  long indexes() throws SQLException {
    return session.row(INDEXES).number("n");
  }

  long databaseBytes() throws SQLException {
    return session.row("select pg_database_size(current_database()) as n").number("n");
  }
}
