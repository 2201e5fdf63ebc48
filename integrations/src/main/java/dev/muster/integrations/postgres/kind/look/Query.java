package dev.muster.integrations.postgres.kind.look;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.OneQuery;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code postgres/query}: the rows of one statement, which cannot change anything. */
public final class Query implements DatabaseKind {

  private static final long MOST_ROWS = 10_000;
  private static final long MOST_BYTES = 200 * 1024;

  @Override
  public String name() {
    return "postgres/query";
  }

  @Override
  public String about() {
    return "Asks one statement that only reads; answers value (the first row's first column), rows,"
        + " count and truncated. Come as a user who may only read: functions can do more than"
        + " statements.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed(
            "sql",
            Parameter.Type.TEXT,
            "One statement. Values go to args, never into this text:"
                + " \"select count(*) from users where created > ?\"."),
        Parameter.optional(
            "args",
            Parameter.Type.LIST,
            "A value for each ? of sql, in order: [\"${{ inputs.since }}\"]. A list stands for an"
                + " array: id = any(?)."),
        Parameter.optional(
                "maxRows", Parameter.Type.NUMBER, "How many rows are read, 10000 at most: 20.")
            .otherwise(100L),
        Parameter.optional("maxBytes", Parameter.Type.NUMBER, "How many characters are read: 4096.")
            .otherwise(64 * 1024L),
        Parameter.optional(
                "statementTimeout",
                Parameter.Type.DURATION,
                "When the database stops it by itself: 5s.")
            .otherwise(Duration.ofSeconds(30)));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "ask %s: %s"
        .formatted(
            Target.shown(with, URL.name()), with.optionalText("sql").map(Shown::query).orElse("…"));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var query = OneQuery.of(with.text("sql"));
    var most = Math.clamp(with.number("maxRows"), 1, MOST_ROWS);
    var bytes = Math.clamp(with.number("maxBytes"), 1, MOST_BYTES);
    var ours = with.duration("statementTimeout");
    if (ours.compareTo(attempt.timeout()) < 0) {
      session.atMost(ours);
    }
    return session.read(query.sql(), with.list("args"), rows -> read(rows, most, bytes));
  }

  private static Outcome read(ResultSet rows, long most, long bytes) throws SQLException {
    var all = new ArrayList<Map<String, Object>>();
    var size = 0L;
    var more = rows.next();
    while (more && all.size() < most && size < bytes) {
      var row = Session.row(rows).values();
      size += row.toString().length();
      all.add(row);
      more = rows.next();
    }
    var result = new LinkedHashMap<String, Object>();
    if (!all.isEmpty()) {
      result.putAll(value(all.getFirst()));
    }
    result.put("rows", all);
    result.put("count", (long) all.size());
    result.put("truncated", more);
    return new Outcome.Done(result, words(all) + (more ? ", cut off" : ""));
  }

  /** One value is the answer itself; of more, how many there are. */
  private static String words(List<Map<String, Object>> rows) {
    return rows.size() == 1 && rows.getFirst().size() == 1
        ? Shown.line(String.valueOf(rows.getFirst().values().iterator().next()))
        : count(rows.size(), "row", "rows");
  }

  private static Map<String, Object> value(Map<String, Object> row) {
    var value = new LinkedHashMap<String, Object>();
    row.entrySet().stream().findFirst().ifPresent(it -> value.put("value", it.getValue()));
    return value;
  }
}
