package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code postgres/long-queries}: statements and open transactions that take long. */
public final class LongQueries implements Look {

  private static final String SQL =
      """
      select %s
      from pg_stat_activity a
      where a.backend_type = 'client backend' and a.pid <> pg_backend_pid()
        and (a.state = 'active' and clock_timestamp() - a.query_start >= ?::interval
          or a.state like 'idle in transaction%%'
            and clock_timestamp() - a.state_change >= ?::interval)
      order by age desc
      limit 50
      """
          .formatted(Activity.COLUMNS);

  @Override
  public String name() {
    return "postgres/long-queries";
  }

  @Override
  public String about() {
    return "Lists statements that have been running, and transactions that have been idle, for"
        + " long, the oldest first (50 at most); answers queries, count and oldest.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional("olderThan", Parameter.Type.DURATION, "From which age on: 5m.")
            .otherwise(Duration.ofMinutes(1)));
  }

  @Override
  public String looking() {
    return "look for long queries in";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var age = attempt.with().duration("olderThan");
    var rows = session.rows(SQL, age, age);
    rows.forEach(row -> attempt.output().line(Activity.line(row)));
    var oldest = rows.isEmpty() ? Duration.ZERO : rows.getFirst().duration("age");
    var words =
        rows.isEmpty()
            ? "none longer than " + Shown.duration(age)
            : count(rows.size(), "query", "queries") + ", oldest " + Shown.duration(oldest);
    return new Outcome.Done(
        Map.of("queries", Activity.results(rows), "count", (long) rows.size(), "oldest", oldest),
        words + Activity.hidden(session));
  }
}
