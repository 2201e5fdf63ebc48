package dev.muster.integrations.testing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stops whoever passes until it is opened, once and for all. Thread-safe. */
public final class Gate {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final CountDownLatch somebody = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  public void pass() {
    somebody.countDown();
    await(opened, Duration.ofMinutes(5), "nobody opened the gate");
  }

  /** Returns when somebody stands before the gate. */
  public void awaitSomebody() {
    await(somebody, PATIENCE, "nobody came to the gate");
  }

  public void open() {
    opened.countDown();
  }

  private static void await(CountDownLatch latch, Duration patience, String problem) {
    try {
      if (!latch.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(problem);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
