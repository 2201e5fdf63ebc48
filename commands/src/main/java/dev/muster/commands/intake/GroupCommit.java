package dev.muster.commands.intake;

import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits webhooks in groups: those that arrive while a commit is in flight share the next one. One
 * that the store refuses fails alone: its group is taken again one by one. Thread-safe; callers
 * wait for their commit.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private static final String FULL = "too many webhooks are waiting";
  private static final int MAX_WEBHOOKS = 128;
  private static final int MAX_ALERTS = 2_000;

  private final BlockingQueue<Waiting> queue;
  private final AlertIntake intake;
  private final Duration patience;
  private final CountDownLatch ended;
  private volatile boolean closed;

  /**
   * @param committers how many commits may be in flight at once
   * @param capacity how many webhooks may wait; more are refused
   * @param patience how long a webhook waits for its commit before its sender is told to come again
   */
  public GroupCommit(
      AlertIntake intake, Executor executor, int committers, int capacity, Duration patience) {
    this.intake = intake;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.patience = patience;
    this.ended = new CountDownLatch(committers);
    for (var i = 0; i < committers; i++) {
      executor.execute(() -> {
        try {
          commitForever();
        } finally {
          ended.countDown();
        }
      });
    }
  }

  /**
   * Returns after the commit.
   *
   * @throws StoreUnavailable when too many wait, when the database is away, or when it did not
   *     answer in time: the webhook may then have been kept nevertheless, which a repeat does no
   *     harm to
   */
  public IntakeResult commit(ReceivedBatch received) {
    try {
      return submit(received).get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new StoreUnavailable("the database did not take the webhook", e);
    } catch (TimeoutException e) {
      throw new StoreUnavailable("the database did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailable("interrupted while waiting for the commit", e);
    }
  }

  /**
   * The same for a caller that must not wait, such as an event loop: completed after the commit, on
   * a committer's thread, or failed with {@link StoreUnavailable}.
   */
  public CompletableFuture<IntakeResult> submit(ReceivedBatch received) {
    var waiting = new Waiting(received, new CompletableFuture<>());
    if (closed || !queue.offer(waiting)) {
      waiting.result().completeExceptionally(new StoreUnavailable(FULL, null));
    }
    return waiting.result();
  }

  /** Takes no more, and returns when what waits is committed, or has waited long enough. */
  @Override
  public void close() {
    closed = true;
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        log.atWarn().addKeyValue("webhooks", queue.size()).log("Closed with webhooks uncommitted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void commitForever() {
    var group = new ArrayList<Waiting>(MAX_WEBHOOKS);
    while (!closed || !queue.isEmpty()) {
      try {
        gather(group);
        commit(group);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        group.clear();
      }
    }
  }

  private void gather(List<Waiting> group) throws InterruptedException {
    var next = queue.poll(100, TimeUnit.MILLISECONDS);
    var alerts = 0;
    while (next != null) {
      group.add(next);
      alerts += next.received().batch().alerts().size();
      next = group.size() < MAX_WEBHOOKS && alerts < MAX_ALERTS ? queue.poll() : null;
    }
  }

  private void commit(List<Waiting> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      var results = intake.take(group.stream().map(Waiting::received).toList());
      for (var i = 0; i < group.size(); i++) {
        group.get(i).result().complete(results.get(i));
      }
    } catch (StoreUnavailable away) {
      group.forEach(waiting -> waiting.result().completeExceptionally(away));
    } catch (RuntimeException | Error poisoned) {
      log.atWarn()
          .setCause(poisoned)
          .addKeyValue("group", group.size())
          .log("Commit group refused");
      group.forEach(this::commitAlone);
    }
  }

  private void commitAlone(Waiting waiting) {
    try {
      waiting.result().complete(takeAlone(waiting.received()));
    } catch (StoreUnavailable away) {
      waiting.result().completeExceptionally(away);
    } catch (RuntimeException | Error e) {
      var untaken = new StoreUnavailable("the database did not take the webhook", e);
      waiting.result().completeExceptionally(untaken);
    }
  }

  private IntakeResult takeAlone(ReceivedBatch received) {
    try {
      return intake.take(List.of(received)).getFirst();
    } catch (StoreUnavailable away) {
      throw away;
    } catch (RuntimeException | Error refused) {
      log.atError()
          .setCause(refused)
          .addKeyValue("delivery", received.id())
          .log("Webhook refused by the store");
      return intake.keepFailed(received, "the store refused it: " + refused.getMessage());
    }
  }

  private record Waiting(ReceivedBatch received, CompletableFuture<IntakeResult> result) {}
}
