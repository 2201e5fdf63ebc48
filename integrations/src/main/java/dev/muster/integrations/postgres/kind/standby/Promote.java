package dev.muster.integrations.postgres.kind.standby;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code postgres/promote}: makes a primary of a standby. There is no way back but a new copy. */
public final class Promote implements DatabaseKind {

  private static final String PROMOTE = "select pg_promote(true, ?) as promoted";

  /** The first eight digits of the file that is written to. */
  private static final String TIMELINE =
      """
      select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as timeline
      """;

  @Override
  public String name() {
    return "postgres/promote";
  }

  @Override
  public String about() {
    return "Promotes a standby and returns when it takes writes; answers timeline. Keep the old"
        + " primary from taking writes before.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        URL,
        Parameter.optional(
                "wait", Parameter.Type.DURATION, "How long it may take to end recovery: 5m.")
            .otherwise(Duration.ofMinutes(1)));
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("not-a-standby");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.CHANGES;
  }

  @Override
  public String describe(Arguments with) {
    return "promote the standby " + Target.shown(with, URL.name()) + " to primary";
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    if (!Recovery.of(session).isStandby()) {
      return new Outcome.Failed(
          "not-a-standby",
          "%s is a primary already: nothing was done. Check that the url is the replica's."
              .formatted(session.target()));
    }
    attempt.output().line("Promoting " + session.target());
    var wait = Math.clamp(attempt.with().duration("wait").toSeconds(), 1, 86_400);
    try {
      var promoted = session.row(PROMOTE, wait).isTrue("promoted");
      return promoted ? done(session) : unclear(session.target());
    } catch (SQLException e) {
      // What is cancelled is the waiting.
      if (DatabaseKind.isCancelled(e)) {
        return unclear(session.target());
      }
      throw e;
    }
  }

  @Override
  public Reconciled reconcile(Attempt attempt) throws InterruptedException {
    return DatabaseKind.look(
        attempt,
        session ->
            Recovery.of(session).isStandby()
                ? new Reconciled.DidNot(session.target() + " is a standby still")
                : new Reconciled.Happened(done(session)));
  }

  private static Outcome.Done done(Session session) throws SQLException {
    var timeline = session.row(TIMELINE).number("timeline");
    return new Outcome.Done(
        Map.of("promoted", true, "timeline", timeline),
        "%s takes writes, timeline %d".formatted(session.target(), timeline));
  }

  private static Outcome unclear(Target target) {
    return new Outcome.Unclear(
        "timeout",
        target + " was told to become the primary and still recovers. It may do so at any time.");
  }
}
