package dev.muster.integrations.postgres.kind.look;

import static java.util.stream.Collectors.joining;

import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code postgres/connections}: how many there are, in which state, of how many. */
public final class Connections implements Look {

  /** Whoever may not see others' states is told so instead of nothing. */
  private static final String STATES =
      """
      select coalesce(state, 'hidden') as state, count(*) as count
      from pg_stat_activity where %s
      group by 1 order by 2 desc
      """
          .formatted(Activity.IS_CLIENT);

  private static final String USERS =
      """
      select usename::text as "user", datname::text as database, application_name as application,
        count(*) as count
      from pg_stat_activity where %s
      group by 1, 2, 3 order by 4 desc limit 20
      """
          .formatted(Activity.IS_CLIENT);

  private static final String MOST =
      """
      select current_setting('max_connections')::int as max,
        current_setting('superuser_reserved_connections')::int as reserved
      """;

  @Override
  public String name() {
    return "postgres/connections";
  }

  @Override
  public String about() {
    return "Counts the server's connections by state and by who has them; answers count, max,"
        + " free (for others than superusers), used (0.8 is 80 %), states and users.";
  }

  @Override
  public String looking() {
    return "count the connections of";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var states = states(session.rows(STATES));
    var users = session.rows(USERS);
    var limits = session.row(MOST);
    var most = limits.number("max");
    var count = states.values().stream().mapToLong(Long::longValue).sum();
    users.forEach(row -> attempt.output().line(line(row)));
    return new Outcome.Done(
        Map.of(
            "count",
            count,
            "max",
            most,
            "free",
            Math.max(0, most - limits.number("reserved") - count),
            "used",
            (double) count / most,
            "states",
            states,
            "users",
            users.stream().map(Row::values).toList()),
        "%d of %d: %s".formatted(count, most, shown(states)));
  }

  private static Map<String, Long> states(List<Row> rows) {
    var states = new LinkedHashMap<String, Long>();
    rows.forEach(row -> states.put(row.text("state"), row.number("count")));
    return states;
  }

  private static String shown(Map<String, Long> states) {
    return states.entrySet().stream()
        .map(it -> it.getValue() + " " + it.getKey())
        .collect(joining(", "));
  }

  private static String line(Row row) {
    return "%d %s@%s (%s)"
        .formatted(
            row.number("count"), row.text("user"), row.text("database"), row.text("application"));
  }
}
