package dev.muster.integrations.postgres.kind.session;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Parameter;
import dev.muster.runbooks.kind.Reconciled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A kind that works on one database over one connection, which is there for this attempt only. What
 * only reads does so in one read-only transaction.
 */
public interface DatabaseKind extends Kind {

  Parameter URL =
      Parameter.needed(
          "url",
          Parameter.Type.TEXT,
          "The database: postgresql://user:password@host:5432/db, with ?sslmode=verify-full where"
              + " it is not on this machine. From an input of type secret:"
              + " \"${{ inputs.databaseUrl }}\".");

  /** Codes of this kind alone, besides those of every connection. */
  default Set<String> ownCodes() {
    return Set.of();
  }

  @Override
  default Set<String> codes() {
    return Stream.concat(Troubles.CODES.stream(), ownCodes().stream()).collect(toUnmodifiableSet());
  }

  /** Does it. Whatever it throws is answered in words. */
  Outcome on(Session session, Attempt attempt) throws SQLException, InterruptedException;

  @Override
  default Outcome act(Attempt attempt) throws InterruptedException {
    var reads = onlyLooks(attempt.with());
    return answer(
        attempt,
        reads,
        target -> Visit.to(target, attempt, reads, session -> on(session, attempt)));
  }

  /** Whether the database sees nothing but a read-only transaction, whatever happens elsewhere. */
  default boolean onlyLooks(Arguments with) {
    return effect(with).readsOnly();
  }

  /** Looks with a connection of its own; what cannot be reached settles nothing. */
  static Reconciled look(Attempt attempt, Visit.Work<Reconciled> work) throws InterruptedException {
    try {
      return Visit.to(Target.of(attempt.with().text(URL.name())), attempt, true, work);
    } catch (RefusedException e) {
      return new Reconciled.Unknown(e.outcome().words());
    } catch (SQLException e) {
      return new Reconciled.Unknown("Looking failed: " + Troubles.said(e) + ".");
    }
  }

  /** What throws where something is not as it has to be. */
  @FunctionalInterface
  interface Check {
    void on(Session session) throws SQLException, InterruptedException;
  }

  /** Looks why it cannot be done, with a connection that cannot change anything. */
  static Optional<Outcome.Failed> foreseen(Attempt attempt, Check check)
      throws InterruptedException {
    Visit.Work<Outcome> look =
        session -> {
          check.on(session);
          return new Outcome.Done(Map.of(), "");
        };
    var found = answer(attempt, true, target -> Visit.to(target, attempt, true, look));
    return found instanceof Outcome.Failed failed ? Optional.of(failed) : Optional.empty();
  }

  /** What visits one or more databases. */
  @FunctionalInterface
  interface Way {
    Outcome to(Target target) throws SQLException, InterruptedException;
  }

  /** Goes to the database of the step's address; every trouble on the way is an answer. */
  static Outcome answer(Attempt attempt, boolean reads, Way way) throws InterruptedException {
    var began = System.nanoTime();
    try {
      var target = Target.of(attempt.with().text(URL.name()));
      try {
        return way.to(target);
      } catch (SQLException e) {
        var late = Duration.ofNanos(System.nanoTime() - began).compareTo(attempt.timeout()) >= 0;
        return new Troubles(target, reads).working(e, late);
      }
    } catch (RefusedException e) {
      return e.outcome();
    }
  }

  /** The server's own sentence about what went wrong. */
  static String said(SQLException e) {
    return Troubles.said(e);
  }

  /** Whether the statement was cancelled, by its time or by somebody. */
  static boolean isCancelled(SQLException e) {
    return Troubles.state(e).equals("57014");
  }
}
