package dev.muster.integrations.postgres.upkeep;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps of the upkeep, each a transaction of its own that one replica at a time is in. One that
 * fails, for one because somebody holds the table, keeps no other from being done. Throws only when
 * the database is away. Not thread-safe.
 */
final class Step {

  private static final Logger log = LoggerFactory.getLogger(Step.class);
  private static final long LOCK = 0x6d757374657201L;

  private final Database database;
  private final List<String> failed = new ArrayList<>();

  Step(Database database) {
    this.database = database;
  }

  /** The tables that could not be seen to. */
  List<String> failed() {
    return List.copyOf(failed);
  }

  /**
   * Changing a table waits for everybody who uses it, and everybody else then waits in line: better
   * to try again later than to hold up the intake.
   */
  void on(String table, Consumer<Handle> work) {
    var _ =
        answer(
            table,
            handle -> {
              work.accept(handle);
              return true;
            });
  }

  /** The same with an answer; empty where it failed. */
  <T> Optional<T> answer(String table, Function<Handle, T> work) {
    try {
      return Optional.of(
          database.inTransaction(() ->
              database.with(handle -> {
                handle.execute("select pg_advisory_xact_lock(?)", LOCK);
                handle.execute("set local lock_timeout = '2s'");
                return work.apply(handle);
              })));
    } catch (RuntimeException e) {
      if (e instanceof StoreUnavailable && !database.answers()) {
        throw e;
      }
      log.atWarn().setCause(e).addKeyValue("table", table).log("Upkeep of a table failed");
      failed.add(table);
      return Optional.empty();
    }
  }
}
