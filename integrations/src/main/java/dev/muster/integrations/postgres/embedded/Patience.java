package dev.muster.integrations.postgres.embedded;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits in short steps for something outside, within a limit, and says so every ten seconds. */
final class Patience {

  /** Recovery after a crash replays at most the WAL since the last checkpoint. */
  static final Duration A_START = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(Patience.class);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration WORD = Duration.ofSeconds(10);

  private final String word;
  private final long began = System.nanoTime();
  private long spoken = began;

  Patience(String word) {
    this.word = word;
  }

  /** One short step; false once the limit has passed since the making of this. */
  boolean wait(Duration limit) {
    var now = System.nanoTime();
    if (now - began > limit.toNanos()) {
      return false;
    }
    if (now - spoken > WORD.toNanos()) {
      spoken = now;
      log.atInfo().addKeyValue("seconds", (now - began) / 1_000_000_000).log(word);
    }
    try {
      TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("Interrupted while waiting for PostgreSQL.", e);
    }
  }
}
