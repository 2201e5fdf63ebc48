package dev.muster.bot.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** What somebody may have done: so much at once, and one more each so often. Thread-safe. */
public final class Allowance {

  private final Bucket bucket;

  /** Full at first. */
  public Allowance(int most, Duration each, InstantSource clock) {
    bucket =
        Bucket.builder()
            .withCustomTimePrecision(new Told(clock))
            .addLimit(limit -> limit.capacity(most).refillGreedy(1, each))
            .build();
  }

  /** Whether there was one left. */
  public boolean take() {
    return bucket.tryConsume(1);
  }

  private record Told(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
