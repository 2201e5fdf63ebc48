package dev.muster.integrations.slack.fake.model;

import java.time.InstantSource;

/** Slack's timestamps: seconds and microseconds, unique in the workspace and always increasing. */
public final class Timestamps {

  private final InstantSource clock;
  private long last;

  public Timestamps(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized String next() {
    var now = clock.instant();
    var micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    last = Math.max(last + 1, micros);
    return "%d.%06d".formatted(last / 1_000_000, last % 1_000_000);
  }

  /** Whether a text has the shape of a timestamp. */
  public static boolean isOne(String text) {
    return text.matches("\\d{10}\\.\\d{6}");
  }
}
