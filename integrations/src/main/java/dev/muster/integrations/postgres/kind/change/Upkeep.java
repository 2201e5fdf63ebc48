package dev.muster.integrations.postgres.kind.change;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Table;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What PostgreSQL does by itself too, done now: for some tables or for all. */
interface Upkeep extends DatabaseKind {

  /** Of all tables but the system's; of partitioned ones their parts. */
  String TABLES =
      """
      select format('%I.%I', schemaname, relname) as name, n_dead_tup as dead
      from pg_stat_user_tables order by 1
      """;

  /** The command without the table: {@code vacuum (analyze)}. */
  String command();

  @Override
  default List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional(
            "tables",
            Parameter.Type.LIST,
            "Only these, all of the database if left out: [users, content]."));
  }

  @Override
  default Set<String> ownCodes() {
    return Set.of("no-table");
  }

  @Override
  default Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  @Override
  default boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  default String describe(Arguments with) {
    var tables = with.list("tables").stream().map(String::valueOf).toList();
    return "%s %s in %s"
        .formatted(
            command(),
            tables.isEmpty() ? "all tables" : String.join(", ", tables),
            Target.shown(with, URL.name()));
  }

  @Override
  default Outcome on(Session session, Attempt attempt) throws SQLException {
    var dead = dead(session);
    var tables = tables(session, attempt.with(), dead);
    var skipped = new ArrayList<String>();
    for (var table : tables) {
      // It warns of what it may not do, and goes on as if it had.
      var warnings = session.run(command() + " " + table);
      warnings.forEach(attempt.output()::line);
      if (!warnings.isEmpty()) {
        skipped.add(table);
      }
      attempt.output().line((warnings.isEmpty() ? "done " : "SKIPPED ") + table);
    }
    return outcome(session, tables, skipped, dead);
  }

  @Override
  default Optional<Outcome.Failed> foresee(Attempt attempt) throws InterruptedException {
    return DatabaseKind.foreseen(attempt, session -> tables(session, attempt.with(), Map.of()));
  }

  private static Outcome outcome(
      Session session, List<String> tables, List<String> skipped, Map<String, Long> dead) {
    var done = tables.size() - skipped.size();
    if (done == 0 && !tables.isEmpty()) {
      return new Outcome.Failed(
          "forbidden",
          "PostgreSQL at %s skipped %s: this may only be done by a table's owner. Give a url of"
                  .formatted(session.target(), String.join(", ", skipped))
              + " one.");
    }
    var before = tables.stream().mapToLong(it -> dead.getOrDefault(it, 0L)).sum();
    return new Outcome.Done(
        Map.of("tables", tables, "count", (long) done, "skipped", skipped, "deadRows", before),
        count(done, "table", "tables")
            + (before == 0 ? "" : ", %d dead rows before".formatted(before))
            + (skipped.isEmpty() ? "" : ", SKIPPED: " + String.join(", ", skipped)));
  }

  private static List<String> tables(Session session, Arguments with, Map<String, Long> all)
      throws SQLException {
    var names = new ArrayList<String>();
    for (var name : with.list("tables")) {
      names.add(Table.table(session, String.valueOf(name)).name());
    }
    return names.isEmpty() ? List.copyOf(all.keySet()) : names;
  }

  private static Map<String, Long> dead(Session session) throws SQLException {
    var dead = new TreeMap<String, Long>();
    for (Row row : session.rows(TABLES)) {
      dead.put(row.text("name"), row.number("dead"));
    }
    return dead;
  }
}
