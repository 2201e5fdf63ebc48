package dev.muster.integrations.postgres.kind.look;

import dev.muster.integrations.postgres.kind.session.OneQuery;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code postgres/explain}: how PostgreSQL would go about a statement. */
public final class Explain implements Look {

  private static final Pattern COST = Pattern.compile("cost=\\S*?\\.\\.(\\d+(?:\\.\\d+)?)");
  private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (\\S+)");
  private static final Pattern TOOK = Pattern.compile("Execution Time: (\\d+(?:\\.\\d+)?) ms");
  private static final int LINES = 500;

  @Override
  public String name() {
    return "postgres/explain";
  }

  @Override
  public String about() {
    return "Shows the plan of a statement that reads; answers plan (its lines), cost,"
        + " sequentialScans (the tables read from end to end) and, with analyze, took.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed(
            "sql",
            Parameter.Type.TEXT,
            "One statement: \"select * from orders where customer = ?\"."),
        Parameter.optional(
            "args", Parameter.Type.LIST, "A value for each ? of sql, in order: [17]."),
        Parameter.optional(
                "analyze",
                Parameter.Type.BOOLEAN,
                "Whether it is carried out as well, and timed: true.")
            .otherwise(false),
        Parameter.optional(
                "statementTimeout", Parameter.Type.DURATION, "When the database stops it: 5s.")
            .otherwise(Duration.ofSeconds(30)));
  }

  @Override
  public String looking() {
    return "explain a statement to";
  }

  @Override
  public String describe(Arguments with) {
    return Look.super.describe(with)
        + ": "
        + with.optionalText("sql").map(Shown::query).orElse("…");
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var query = OneQuery.of(with.text("sql"));
    var ours = with.duration("statementTimeout");
    if (ours.compareTo(attempt.timeout()) < 0) {
      session.atMost(ours);
    }
    var how = with.isTrue("analyze") ? "explain (analyze, buffers) " : "explain ";
    var plan = plan(session, how + query.sql(), with.list("args"));
    plan.forEach(attempt.output()::line);
    var text = String.join("\n", plan);
    var result = new LinkedHashMap<String, Object>();
    result.put("plan", plan);
    first(COST, text).ifPresent(it -> result.put("cost", Double.valueOf(it)));
    result.put("sequentialScans", all(SEQUENTIAL, text));
    first(TOOK, text).ifPresent(it -> result.put("took", millis(it)));
    return new Outcome.Done(result, words(result));
  }

  private static List<String> plan(Session session, String sql, List<?> values)
      throws SQLException {
    return session.read(
        sql,
        values,
        rows -> {
          var lines = new ArrayList<String>();
          while (rows.next() && lines.size() < LINES) {
            lines.add(rows.getString(1));
          }
          return lines;
        });
  }

  private static String words(Map<String, Object> result) {
    var cost = "cost " + result.getOrDefault("cost", "unknown");
    return result.get("took") instanceof Duration took
        ? cost + ", took " + Shown.duration(took)
        : cost;
  }

  private static Duration millis(String text) {
    return Duration.ofNanos((long) (Double.parseDouble(text) * 1_000_000));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return all(pattern, text).stream().findFirst();
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).distinct().toList();
  }
}
