package dev.muster.commands.chat;

import dev.muster.commands.testing.MemoryTransactions;
import java.util.ArrayList;
import java.util.List;

/** Keeps entries in memory, and only inside of a transaction. */
public final class MemoryAuditLog implements AuditLog {

  private final MemoryTransactions transactions;
  private List<AuditEntry> entries = new ArrayList<>();

  public MemoryAuditLog(MemoryTransactions transactions) {
    this.transactions = transactions;
    transactions.join(() -> {
      var before = new ArrayList<>(entries);
      return () -> entries = before;
    });
  }

  @Override
  public void record(AuditEntry entry) {
    if (!transactions.isRunning()) {
      throw new IllegalStateException("outside of a transaction");
    }
    entries.add(entry);
  }

  public List<AuditEntry> entries() {
    return List.copyOf(entries);
  }
}
