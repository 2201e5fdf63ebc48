package dev.muster.integrations.postgres;

import dev.muster.commands.store.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away, or that asks to try again, from a statement that is wrong. */
final class Outage {

  /**
   * PostgreSQL's codes: shut down, crashed, starting, too many connections, read-only after a
   * failover, cancelled by a timeout, deadlock, serialization failure.
   */
  private static final Set<String> TRANSIENT =
      Set.of("57P01", "57P02", "57P03", "57014", "53300", "25006", "55P03", "40P01", "40001");

  /** PostgreSQL's codes of a lock that did not come, a statement that took too long, a deadlock. */
  private static final Set<String> CONTENDED = Set.of("55P03", "57014", "40P01");

  /** Of a prepared statement whose table has got a column since: the next try prepares it anew. */
  private static final String CHANGED_UNDER_A_PLAN = "0A000";

  private Outage() {}

  static <T> T translating(Supplier<T> work) {
    return translating(work, () -> false);
  }

  /**
   * A connection that is lost once {@code atCommit} says so leaves open what became of the work.
   */
  static <T> T translating(Supplier<T> work, BooleanSupplier atCommit) {
    try {
      return work.get();
    } catch (StoreUnavailable known) {
      throw known;
    } catch (RuntimeException e) {
      if (atCommit.getAsBoolean() && has(e, Outage::isLost)) {
        throw StoreUnavailable.duringCommit(e);
      }
      if (has(e, Outage::isContended)) {
        throw StoreUnavailable.contended(e);
      }
      if (isOutage(e)) {
        throw new StoreUnavailable("the database is away", e);
      }
      throw e;
    }
  }

  static boolean isOutage(@Nullable Throwable thrown) {
    return has(thrown, Outage::isOutage);
  }

  private static boolean has(@Nullable Throwable thrown, Predicate<SQLException> kind) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && kind.test(sql)) {
        return true;
      }
    }
    return false;
  }

  /** Whoever can still say why it failed has rolled back; these cannot, or not any more. */
  private static boolean isLost(SQLException sql) {
    var state = sql.getSQLState();
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private static boolean isContended(SQLException sql) {
    return sql.getSQLState() != null && CONTENDED.contains(sql.getSQLState());
  }

  private static boolean isOutage(SQLException sql) {
    var state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || (state != null
            && (state.startsWith("08")
                || TRANSIENT.contains(state)
                || state.equals(CHANGED_UNDER_A_PLAN)));
  }
}
