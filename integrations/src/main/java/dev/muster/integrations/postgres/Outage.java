package dev.muster.integrations.postgres;

import dev.muster.commands.store.StoreUnavailable;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
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

  private Outage() {}

  static <T> T translating(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreUnavailable known) {
      throw known;
    } catch (RuntimeException e) {
      if (isOutage(e)) {
        throw new StoreUnavailable("the database is away", e);
      }
      throw e;
    }
  }

  static boolean isOutage(@Nullable Throwable thrown) {
    for (var cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException sql) {
    var state = sql.getSQLState();
    return sql instanceof SQLTransientConnectionException
        || (state != null && (state.startsWith("08") || TRANSIENT.contains(state)));
  }
}
