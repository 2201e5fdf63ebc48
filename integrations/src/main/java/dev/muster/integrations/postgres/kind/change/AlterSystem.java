package dev.muster.integrations.postgres.kind.change;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** {@code postgres/alter-system}: a setting of the whole server, and whether it has effect yet. */
public final class AlterSystem implements DatabaseKind {

  private static final String RELOAD = "select pg_reload_conf() as reloaded";

  /** The server's first process reads its files when it gets to it; ours reads between commands. */
  private static final String SOON = "select pg_sleep(0.1)";

  private static final int LOOKS = 30;

  @Override
  public String name() {
    return "postgres/alter-system";
  }

  @Override
  public String about() {
    return "Changes a setting of the server and reloads; says when only a restart brings it into"
        + " effect. Answers name, before, after and restartNeeded.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.needed("name", Parameter.Type.TEXT, "The setting: log_min_duration_statement."),
        Parameter.optional(
            "value", Parameter.Type.ANYTHING, "Its value as in postgresql.conf: 1s, 200 or on."),
        Parameter.optional(
                "reset",
                Parameter.Type.BOOLEAN,
                "Takes back what was set this way, instead of a value: true.")
            .otherwise(false));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("no-setting");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  @Override
  public boolean isIdempotent(Arguments with) {
    return true;
  }

  @Override
  public String describe(Arguments with) {
    var name = with.optionalText("name").orElse("…");
    var where = Target.shown(with, URL.name());
    return with.isTrue("reset")
        ? "alter system reset %s at %s".formatted(name, where)
        : "alter system set %s = %s at %s".formatted(name, value(with), where);
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var with = attempt.with();
    if (with.has("value") == with.isTrue("reset")) {
      return new Outcome.Failed("invalid", "Give either a value or reset: true.");
    }
    // Else it would be seen as we have set it for ourselves.
    session.run("reset statement_timeout");
    var setting = Setting.of(session, with.text("name"));
    if (!with.isTrue("reset")) {
      setting.check(value(with));
    }
    session.run(command(session, setting, with));
    session.rows(RELOAD);
    return outcome(session, setting, with);
  }

  private static String command(Session session, Setting setting, Arguments with)
      throws SQLException {
    if (with.isTrue("reset")) {
      return "alter system reset " + setting.name();
    }
    var value = session.row("select quote_literal(?::text) as value", value(with)).text("value");
    return "alter system set %s = %s".formatted(setting.name(), value);
  }

  private static Outcome outcome(Session session, Setting before, Arguments with)
      throws SQLException {
    var wanted = value(with);
    var after = Setting.of(session, before.name());
    for (var i = 0; i < LOOKS && !after.isTaken(before, wanted); i++) {
      session.rows(SOON);
      after = Setting.of(session, before.name());
    }
    var waits = with.isTrue("reset") ? after.isPending() : !after.shown().equals(wanted);
    var restart = before.needsRestart() && waits;
    var result = new LinkedHashMap<String, Object>();
    result.put("name", before.name());
    result.put("before", before.shown());
    result.put("after", after.shown());
    result.put("restartNeeded", restart);
    return new Outcome.Done(result, words(before, after, restart));
  }

  private static String words(Setting before, Setting after, boolean restart) {
    if (restart) {
      return "%s is still %s: RESTART NEEDED. It is written, and PostgreSQL takes it at its next"
              .formatted(before.name(), after.shown())
          + " start; standbys first where it is max_connections.";
    }
    return before.shown().equals(after.shown())
        ? "%s is %s, as before".formatted(before.name(), after.shown())
        : "%s is %s, was %s".formatted(before.name(), after.shown(), before.shown());
  }

  private static String value(Arguments with) {
    return with.has("value") ? String.valueOf(with.values().get("value")) : "…";
  }
}
