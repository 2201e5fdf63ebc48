package dev.muster.commands.intake;

import dev.muster.commands.intake.WaitingWebhooks.Waiting;
import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits webhooks in groups: those that arrive while a commit is in flight share the next one. One
 * that the store refuses fails alone: its group is taken again one by one. Thread-safe; callers
 * wait for their commit.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
  private final WaitingWebhooks waiting;
  private final AlertIntake intake;
  private final Duration patience;
  private final CountDownLatch ended;
  private final LongAdder commits = new LongAdder();
  private final LongAdder committed = new LongAdder();

  /**
   * What may wait; more is refused.
   *
   * @param patience how long a webhook waits for its commit before its sender is told to come again
   */
  public record Limits(int webhooks, long bytes, Duration patience) {}

  /**
   * @param committers how many commits may be in flight at once
   */
  public GroupCommit(AlertIntake intake, Executor executor, int committers, Limits limits) {
    this.intake = intake;
    this.waiting = new WaitingWebhooks(limits.webhooks(), limits.bytes());
    this.patience = limits.patience();
    this.ended = new CountDownLatch(committers);
    for (var i = 0; i < committers; i++) {
      executor.execute(() -> {
        try {
          commitUntilClosed();
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
    var webhook = new Waiting(received, new CompletableFuture<>());
    waiting.add(webhook);
    return webhook.result();
  }

  /** How many groups were committed so far, how many webhooks in them, and what waits now. */
  public record Progress(long commits, long webhooks, int waiting, Optional<Instant> oldest) {}

  public Progress progress() {
    return new Progress(commits.sum(), committed.sum(), waiting.size(), waiting.oldest());
  }

  /** Takes no more, and returns when what waits is committed, or has waited long enough. */
  @Override
  public void close() {
    waiting.close();
    try {
      if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        log.atWarn().log("Closed with webhooks uncommitted");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    waiting.refuseAll();
  }

  private void commitUntilClosed() {
    try {
      for (var group = waiting.take(); !group.isEmpty(); group = waiting.take()) {
        commitWhatever(group);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing that goes wrong ends the committer, for there may be no other. */
  private void commitWhatever(List<Waiting> group) {
    try {
      commit(group);
    } catch (RuntimeException | Error broken) {
      group.forEach(webhook -> webhook.refuse("the commit broke: " + broken.getClass().getName()));
    }
  }

  private void commit(List<Waiting> group) {
    try {
      var results = intake.take(group.stream().map(Waiting::received).toList());
      commits.increment();
      committed.add(group.size());
      for (var i = 0; i < group.size(); i++) {
        group.get(i).result().complete(results.get(i));
      }
    } catch (StoreUnavailable away) {
      if (away.isContended() && group.size() > 1) {
        group.forEach(this::commitAlone);
      } else {
        group.forEach(webhook -> webhook.result().completeExceptionally(away));
      }
    } catch (RuntimeException | Error poisoned) {
      log.atWarn()
          .setCause(poisoned)
          .addKeyValue("group", group.size())
          .log("Commit group refused");
      group.forEach(this::commitAlone);
    }
  }

  private void commitAlone(Waiting webhook) {
    try {
      var result = takeAlone(webhook.received());
      commits.increment();
      committed.increment();
      webhook.result().complete(result);
    } catch (StoreUnavailable away) {
      webhook.result().completeExceptionally(away);
    } catch (RuntimeException | Error e) {
      var untaken = new StoreUnavailable("the database did not take the webhook", e);
      webhook.result().completeExceptionally(untaken);
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
}
