package dev.muster.commands.testing;

import dev.muster.commands.store.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Transactions over what tests keep in memory: each kept thing gives the way back to what it was.
 * For one thread.
 */
public final class MemoryTransactions implements Transactions {

  private final List<Supplier<Runnable>> kept = new ArrayList<>();
  private boolean running;

  /** Asked at the beginning of a transaction for what brings the beginning back. */
  public void join(Supplier<Runnable> snapshot) {
    kept.add(snapshot);
  }

  public boolean isRunning() {
    return running;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (running) {
      return work.get();
    }
    var undo = kept.stream().map(Supplier::get).toList();
    running = true;
    try {
      return work.get();
    } catch (RuntimeException | Error e) {
      undo.forEach(Runnable::run);
      throw e;
    } finally {
      running = false;
    }
  }
}
