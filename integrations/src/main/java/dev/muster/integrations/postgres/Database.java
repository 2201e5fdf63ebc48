package dev.muster.integrations.postgres;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.Transactions;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database: a pool, and the transaction that the calling thread is in. Thread-safe. Whatever
 * says that the database is away comes out as {@link StoreUnavailable}.
 */
public final class Database implements Transactions, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Database.class);

  private final Pool pool;
  private final Jdbi jdbi;
  private final ScopedValue<Running> running = ScopedValue.newInstance();

  public Database(Pool pool) {
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
    // What is bound to a statement came from senders and people: no matter for logs.
    jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(Integer.class, "int");
    jdbi.registerArrayType(String.class, "text");
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (running.isBound()) {
      return work.get();
    }
    var afterCommit = new ArrayList<Runnable>();
    var atCommit = new AtomicBoolean();
    var result =
        Outage.translating(
            () ->
                jdbi.inTransaction(handle -> {
                  var done =
                      ScopedValue.where(running, new Running(handle, afterCommit)).call(work::get);
                  atCommit.set(true);
                  return done;
                }),
            atCommit::get);
    afterCommit.forEach(Database::runAfterCommit);
    return result;
  }

  /** Runs in the thread's transaction, or, outside of one, each statement on its own. */
  public <T> T with(Function<Handle, T> work) {
    return running.isBound()
        ? work.apply(running.get().handle())
        : Outage.translating(() -> jdbi.withHandle(work::apply));
  }

  /** Has something done once the running transaction is committed; at once outside of one. */
  public void afterCommit(Runnable action) {
    if (running.isBound()) {
      running.get().afterCommit().add(action);
    } else {
      action.run();
    }
  }

  /** The connection of the thread's transaction, for libraries that bring their own SQL. */
  public Optional<Connection> currentConnection() {
    return running.isBound()
        ? Optional.of(running.get().handle().getConnection())
        : Optional.empty();
  }

  /** Whether it can be asked anything now. */
  public boolean answers() {
    try {
      return with(handle -> handle.select("select true").mapTo(Boolean.class).one());
    } catch (StoreUnavailable away) {
      return false;
    }
  }

  public Pool pool() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }

  /** What is committed stays so: whoever called must not take it for undone. */
  private static void runAfterCommit(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("Broke after a commit");
    }
  }

  private record Running(Handle handle, List<Runnable> afterCommit) {}
}
