package dev.muster.commands.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. Thread-safe. */
public final class TestClock implements InstantSource {

  public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  private volatile Instant now = START;

  @Override
  public Instant instant() {
    return now;
  }

  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }

  /** So many minutes after the start. */
  public static Instant minute(long minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }
}
