package dev.muster.integrations.postgres.kind.change;

import static dev.muster.integrations.postgres.kind.session.Shown.count;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code postgres/terminate-backends}: ends connections by their state and age. */
public final class TerminateBackends implements DatabaseKind {

  private static final long MOST = 1_000;

  private static final Parameter ONLY_USER =
      Parameter.optional("user", Parameter.Type.TEXT, "Only those of this user: app.");

  private static final Parameter ONLY_APPLICATION =
      Parameter.optional(
          "application", Parameter.Type.TEXT, "Only those of this application: api.");

  /**
   * Never ourselves, whatever the conditions; never replication, and never a superuser, who may be
   * at work on the trouble; nor whom we may not, which would end the statement half done. An active
   * one is as old as its statement, another as its state.
   */
  private static final String CHOSEN =
      """
      with chosen as materialized (
        select a.pid, a.usename::text as "user", a.application_name as application,
          a.datname::text as database, a.client_addr::text as client, a.state, a.query,
          clock_timestamp() - case when a.state = 'active' then a.query_start
            else a.state_change end as age
        from pg_stat_activity a join pg_roles r on r.oid = a.usesysid
        where a.backend_type = 'client backend' and a.pid <> pg_backend_pid()
          and a.application_name !~ '^muster( |-|$)'
          and not r.rolsuper and not r.rolreplication
          and (pg_has_role(r.oid, 'member') or pg_has_role('pg_signal_backend', 'member'))
          and (?::text = 'any' or a.state = ?::text or ?::text = 'idle in transaction'
            and a.state = 'idle in transaction (aborted)')
          and clock_timestamp() - case when a.state = 'active' then a.query_start
            else a.state_change end >= ?::interval
          and (?::boolean or a.pid = any (?::bigint[]))
          and (?::boolean or a.usename = ?::text)
          and (?::boolean or a.application_name = ?::text)
          and (?::boolean or a.datname = current_database())
        order by age desc
        limit ?)
      """;

  /** Since PostgreSQL 14 it can be waited for, for half a second each. */
  private static final String TERMINATE =
      CHOSEN + "select *, pg_terminate_backend(pid, 500) as ended from chosen";

  private static final String CANCEL =
      CHOSEN + "select *, pg_cancel_backend(pid) as ended from chosen";

  @Override
  public String name() {
    return "postgres/terminate-backends";
  }

  @Override
  public String about() {
    return "Ends connections by state and age, the oldest first, but never Muster's own,"
        + " replication or a superuser's; answers ended (who they were), count and failed.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional("state", Parameter.Type.TEXT, "What they are at: idle in transaction.")
            .oneOf("idle", "idle in transaction", "active", "any")
            .otherwise("idle"),
        Parameter.optional(
                "olderThan",
                Parameter.Type.DURATION,
                "For how long they have been in it; 0s with pids of postgres/locks: 5m.")
            .otherwise(Duration.ofMinutes(10)),
        Parameter.optional(
            "pids",
            Parameter.Type.LIST,
            "Only these of them: \"${{ steps.locks.outputs.roots }}\"."),
        ONLY_USER,
        ONLY_APPLICATION,
        Parameter.optional(
                "allDatabases", Parameter.Type.BOOLEAN, "Those of other databases too: true.")
            .otherwise(false),
        Parameter.optional("limit", Parameter.Type.NUMBER, "How many at most, 1000: 20.")
            .otherwise(100L),
        Parameter.optional(
                "how",
                Parameter.Type.TEXT,
                "Whether the connection ends or only its statement: cancel.")
            .oneOf("terminate", "cancel")
            .otherwise("terminate"));
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  /** Whoever was ended is not there to be ended again. */
  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public String describe(Arguments with) {
    return "%s %s connections older than %s in %s"
        .formatted(
            with.optionalText("how").orElse("terminate"),
            with.optionalText("state").orElse("…"),
            with.has("olderThan") ? Shown.duration(with.duration("olderThan")) : "…",
            Target.shown(with, URL.name()));
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    var rows = session.rows(with.text("how").equals("cancel") ? CANCEL : TERMINATE, values(with));
    rows.forEach(row -> attempt.output().line(line(row)));
    var ended = rows.stream().filter(row -> row.isTrue("ended")).toList();
    var failed = rows.size() - ended.size();
    return new Outcome.Done(
        Map.of(
            "ended", ended.stream().map(TerminateBackends::result).toList(),
            "count", (long) ended.size(),
            "failed", (long) failed),
        ended.isEmpty() && failed == 0
            ? "nobody matched"
            : count(ended.size(), "connection ended", "connections ended")
                + (failed == 0 ? "" : ", %d would not end".formatted(failed)));
  }

  private static Object[] values(Arguments with) {
    var state = with.text("state");
    return new Object[] {
      state,
      state,
      state,
      with.duration("olderThan"),
      !with.has("pids"),
      with.list("pids"),
      !with.has("user"),
      with.optionalText("user").orElse(""),
      !with.has("application"),
      with.optionalText("application").orElse(""),
      with.isTrue("allDatabases"),
      Math.clamp(with.number("limit"), 1, MOST)
    };
  }

  private static Map<String, Object> result(Row row) {
    var values = new LinkedHashMap<>(row.values());
    values.put("query", Shown.query(row.text("query")));
    values.remove("ended");
    return values;
  }

  private static String line(Row row) {
    return "%s %d %s@%s (%s) %s %s: %s"
        .formatted(
            row.isTrue("ended") ? "ended" : "NOT ended",
            row.number("pid"),
            row.text("user"),
            row.text("database"),
            row.text("application"),
            row.text("state"),
            Shown.duration(row.duration("age")),
            Shown.query(row.text("query")));
  }
}
