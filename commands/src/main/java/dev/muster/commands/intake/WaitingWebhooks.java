package dev.muster.commands.intake;

import dev.muster.commands.store.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Webhooks that wait for their commit, bounded in number and in bytes, so that a flood costs its
 * senders an answer and not everybody the memory. Thread-safe.
 */
final class WaitingWebhooks {

  /** What one commit takes at most; it takes one webhook however large that is. */
  private static final int GROUP_WEBHOOKS = 128;

  private static final int GROUP_ALERTS = 2_000;
  private static final long GROUP_BYTES = 8L * 1024 * 1024;

  private final int capacity;
  private final long byteCapacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  WaitingWebhooks(int capacity, long byteCapacity) {
    this.capacity = capacity;
    this.byteCapacity = byteCapacity;
  }

  /** A webhook, and what its sender waits for. */
  record Waiting(ReceivedBatch received, CompletableFuture<IntakeResult> result) {
    int size() {
      return received.body().bytes().length;
    }

    int alerts() {
      return received.batch().alerts().size();
    }

    void refuse(String reason) {
      result.completeExceptionally(new StoreUnavailable(reason, null));
    }
  }

  /** Refuses it at once when too much waits, or when it is closed. */
  void add(Waiting webhook) {
    lock.lock();
    try {
      if (closed) {
        webhook.refuse("Muster is stopping");
      } else if (queue.size() >= capacity || bytes + webhook.size() > byteCapacity) {
        webhook.refuse("too many webhooks are waiting");
      } else {
        queue.add(webhook);
        bytes += webhook.size();
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /** When the one came that has waited longest. */
  Optional<Instant> oldest() {
    lock.lock();
    try {
      return Optional.ofNullable(queue.peek()).map(first -> first.received().id().receivedAt());
    } finally {
      lock.unlock();
    }
  }

  /** The next group, as soon as there is one; empty once it is closed and nothing is left. */
  List<Waiting> take() throws InterruptedException {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        changed.await();
      }
      return gather();
    } finally {
      lock.unlock();
    }
  }

  /** Takes no more; what waits can still be taken. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody will take what still waits. */
  void refuseAll() {
    lock.lock();
    try {
      queue.forEach(webhook -> webhook.refuse("Muster is stopping"));
      queue.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  private List<Waiting> gather() {
    var group = new ArrayList<Waiting>();
    var alerts = 0;
    var size = 0L;
    for (var next = queue.peek(); next != null; next = queue.peek()) {
      alerts += next.alerts();
      size += next.size();
      var fits = group.size() < GROUP_WEBHOOKS && alerts <= GROUP_ALERTS && size <= GROUP_BYTES;
      if (!fits && !group.isEmpty()) {
        break;
      }
      group.add(queue.remove());
      bytes -= next.size();
    }
    return group;
  }
}
