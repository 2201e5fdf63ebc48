package dev.muster.integrations.postgres.kind.standby;

import dev.muster.integrations.postgres.kind.session.DatabaseKind;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Shown;
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

/**
 * {@code postgres/replay-backlog}: what a standby has received and not replayed yet. A lag in time
 * would grow for ever once the primary is dead; this does not.
 */
public final class ReplayBacklog implements DatabaseKind {

  @Override
  public String name() {
    return "postgres/replay-backlog";
  }

  @Override
  public String about() {
    return "Asks a standby what it has received and not replayed; answers bytes, lastCommitAt (of"
        + " the last commit replayed; writes after it are not here), paused and receiving.";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(URL);
  }

  @Override
  public Set<String> ownCodes() {
    return Set.of("not-a-standby", "unknown");
  }

  @Override
  public Effect effect(Arguments with) {
    return Effect.READS;
  }

  @Override
  public String describe(Arguments with) {
    return "ask what is still to be replayed by " + Target.shown(with, URL.name());
  }

  @Override
  public Outcome on(Session session, Attempt attempt) throws SQLException {
    var recovery = Recovery.of(session);
    if (!recovery.isStandby()) {
      return new Outcome.Failed(
          "not-a-standby",
          session.target() + " is no standby: it takes writes itself. Check the url.");
    }
    if (!recovery.received() && !recovery.hasReplayedAll()) {
      return new Outcome.Failed(
          "unknown",
          "%s has received nothing since it started and still replays its own files: ask again"
                  .formatted(session.target())
              + " until that ends.");
    }
    var bytes = recovery.received() ? recovery.behind() : 0;
    var facts = recovery.facts();
    var result = new LinkedHashMap<String, Object>();
    result.put("bytes", bytes);
    for (var fact : List.of("lastCommitAt", "paused", "receiving", "replayed")) {
      if (facts.isThere(fact)) {
        result.put(fact, facts.values().getOrDefault(fact, ""));
      }
    }
    return new Outcome.Done(result, words(bytes, recovery));
  }

  private static String words(long bytes, Recovery recovery) {
    var last = recovery.facts().text("lastCommitAt");
    return (bytes == 0 ? "all replayed" : Shown.bytes(bytes) + " still to be replayed")
        + (last.isEmpty() ? "" : ", last commit at " + last)
        + (recovery.facts().isTrue("paused") ? ", replay is PAUSED" : "");
  }
}
