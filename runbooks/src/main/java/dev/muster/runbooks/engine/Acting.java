package dev.muster.runbooks.engine;

import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Unclear;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one attempt on a thread of its own, which is interrupted when its time is over or
 * somebody wants that.
 *
 * @param deadline when its time is over
 * @param isUnwanted asked about every second
 * @param meanwhile done a few times a second
 */
record Acting(
    InstantSource clock, Instant deadline, BooleanSupplier isUnwanted, Runnable meanwhile) {

  /** The code of an attempt that somebody wanted cut off. */
  static final String CANCELLED = "cancelled";

  private static final int LOOK_MILLIS = 200;
  private static final int LOOKS_A_SECOND = 5;

  /** How long an interrupted attempt may still take to say how it ended. */
  private static final int GRACE_SECONDS = 5;

  /**
   * How it ended.
   *
   * @param goesOn whether it does not heed that it was interrupted, and may still act
   */
  record Ended(Outcome outcome, boolean goesOn) {}

  Ended outcome(Callable<Outcome> attempt) throws InterruptedException {
    var task = new FutureTask<>(attempt);
    var thread = Thread.ofVirtual().name("muster-step").start(task);
    try {
      for (var looks = 1; ; looks++) {
        var ended = ended(task, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (ended != null) {
          return new Ended(ended, false);
        }
        meanwhile.run();
        if (!clock.instant().isBefore(deadline)) {
          return cutOff(task, thread, "timeout", "it was not done in its time");
        }
        if (looks % LOOKS_A_SECOND == 0 && isUnwanted.getAsBoolean()) {
          return cutOff(task, thread, CANCELLED, "it was cut off");
        }
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      thread.join(Duration.ofSeconds(GRACE_SECONDS));
      throw e;
    } finally {
      thread.interrupt();
    }
  }

  private static Ended cutOff(FutureTask<Outcome> task, Thread thread, String code, String words)
      throws InterruptedException {
    thread.interrupt();
    var ended = ended(task, GRACE_SECONDS, TimeUnit.SECONDS);
    var isUnknown = ended == null || ended instanceof Unclear || ended instanceof Outcome.Again;
    return ended == null || isUnknown
        ? new Ended(new Unclear(code, words), ended == null)
        : new Ended(ended, false);
  }

  /** Null while it goes on. */
  private static @Nullable Outcome ended(FutureTask<Outcome> task, long time, TimeUnit unit)
      throws InterruptedException {
    try {
      return task.get(time, unit);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (!(e.getCause() instanceof InterruptedException)) {
        Errors.log(e.getCause());
      }
      return new Unclear("broke", Errors.WORDS);
    }
  }
}
