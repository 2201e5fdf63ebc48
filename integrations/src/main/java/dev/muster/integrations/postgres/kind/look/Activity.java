package dev.muster.integrations.postgres.kind.look;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of {@code pg_stat_activity}, with what people and expressions want of each. */
final class Activity {

  /**
   * Of {@code pg_stat_activity} as {@code a}. An active one is as old as its statement, another as
   * the time since it last did something.
   */
  static final String COLUMNS =
      """
      a.pid, a.usename::text as "user", a.application_name as application,
      a.datname::text as database, a.client_addr::text as client, a.state,
      coalesce(clock_timestamp() - case when a.state = 'active' then a.query_start
          else a.state_change end, '0') as age,
      clock_timestamp() - a.xact_start as transaction,
      a.query\
      """;

  /** Of a row in which others' doings are hidden from us only the database shows. */
  static final String IS_CLIENT =
      "coalesce(backend_type, case when datid is not null then 'client backend' end)"
          + " = 'client backend'";

  private static final String HIDDEN =
      "select count(*) as n from pg_stat_activity where datid is not null and backend_type is null";

  private Activity() {}

  /** What nobody finds in a list that lacks it; empty where we may see everybody. */
  static String hidden(Session session) throws SQLException {
    var hidden = session.row(HIDDEN).number("n");
    return hidden == 0
        ? ""
        : ", %s not to be seen by this user: grant it pg_monitor"
            .formatted(Shown.count(hidden, "connection is", "connections are"));
  }

  static Map<String, Object> result(Row row) {
    var values = new LinkedHashMap<>(row.values());
    values.put("query", Shown.query(row.text("query")));
    return values;
  }

  static List<Map<String, Object>> results(List<Row> rows) {
    return rows.stream().map(Activity::result).toList();
  }

  /** {@code 4711 app@shop (api) active 12m 3s: select …}. */
  static String line(Row row) {
    return "%d %s@%s (%s) %s %s: %s"
        .formatted(
            row.number("pid"),
            row.text("user"),
            row.text("database"),
            row.text("application"),
            row.text("state"),
            Shown.duration(row.duration("age")),
            Shown.query(row.text("query")));
  }
}
