package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries failed work again, ever later up to a minute, with a jitter so that many do not come at
 * once. After about a day it gives up, aloud.
 */
final class Backoff<T> implements FailureHandler<T> {

  private static final Logger log = LoggerFactory.getLogger(Backoff.class);
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int LIMIT = 1_500;

  private final InstantSource clock;

  Backoff(InstantSource clock) {
    this.clock = clock;
  }

  /** For what cannot be done before something else is: waits ever longer too. */
  CompletionHandler<T> notYet() {
    return (complete, operations) -> {
      var now = complete.getTimeDone();
      onFailure(ExecutionComplete.failure(complete.getExecution(), now, now, null), operations);
    };
  }

  @Override
  public void onFailure(ExecutionComplete complete, ExecutionOperations<T> operations) {
    var execution = complete.getExecution();
    var failures = execution.consecutiveFailures + 1;
    if (failures > LIMIT) {
      log.atError()
          .addKeyValue("task", execution.getTaskName())
          .addKeyValue("instance", execution.getId())
          .log("Work given up");
      operations.remove();
      return;
    }
    operations.reschedule(complete, clock.instant().plus(delay(failures)));
  }

  static Duration delay(int failures) {
    var doubled = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    var capped = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    return jittered(capped);
  }

  /** Up to half as long again. */
  static Duration jittered(Duration wait) {
    return wait.plusMillis(ThreadLocalRandom.current().nextLong(wait.toMillis() / 2 + 1));
  }
}
