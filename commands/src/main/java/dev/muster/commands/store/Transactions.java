package dev.muster.commands.store;

import java.util.function.Supplier;

/**
 * Runs work in one database transaction: committed when the work returns, rolled back when it
 * throws. A call inside a running transaction joins it. Thread-safe; the transaction belongs to the
 * calling thread.
 */
public interface Transactions {

  /**
   * Throws {@link StoreUnavailable} when the database is away: rolled back, unless the exception
   * says that it is unclear.
   */
  <T> T inTransaction(Supplier<T> work);

  default void inTransaction(Runnable work) {
    this.<Boolean>inTransaction(() -> {
      work.run();
      return true;
    });
  }
}
