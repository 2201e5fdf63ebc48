package dev.muster.runbooks.language;

import java.time.Duration;
import java.util.Set;

/**
 * How often a failed step is tried again.
 *
 * @param max further attempts after the first
 * @param exponential whether each delay is twice the one before
 * @param on codes of failures to which this applies; empty for all
 */
public record Retry(
    int max, boolean exponential, Duration delay, Duration maxDelay, Set<String> on) {

  public static final Retry NEVER =
      new Retry(0, false, Duration.ofSeconds(1), Duration.ofMinutes(1), Set.of());

  public Retry {
    on = Set.copyOf(on);
  }

  public boolean covers(int failed, String code) {
    return failed <= max && (on.isEmpty() || on.contains(code));
  }

  /** The pause after this many failed attempts, without jitter. */
  public Duration pauseAfter(int failed) {
    var times = exponential ? 1L << Math.min(failed - 1, 30) : 1;
    var pause = delay.multipliedBy(times);
    return pause.compareTo(maxDelay) < 0 ? pause : maxDelay;
  }
}
