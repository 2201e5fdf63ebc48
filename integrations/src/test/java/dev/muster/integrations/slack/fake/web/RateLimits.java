package dev.muster.integrations.slack.fake.web;

import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/** Slack's limits by method and by channel, on the test's clock. Off until a test turns them on. */
public final class RateLimits {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration IN_FLIGHT = Duration.ofMillis(250);

  private final InstantSource clock;
  private final Ledger ledger;
  private final Map<String, ArrayDeque<Instant>> calls = new HashMap<>();
  private final Map<String, Told> told = new HashMap<>();
  private boolean on;
  private int burst = 3;

  /** When somebody was told to wait, by the machine's own clock, and until when by the test's. */
  private record Told(long at, Instant until) {

    /** Calls that were under way already could not know. */
    boolean isKnown() {
      return System.nanoTime() - at > IN_FLIGHT.toNanos();
    }
  }

  public RateLimits(InstantSource clock, Ledger ledger) {
    this.clock = clock;
    this.ledger = ledger;
  }

  public synchronized void turnOn() {
    on = true;
  }

  public synchronized void turnOff() {
    on = false;
  }

  /** How many messages a channel takes at once before it is one a second. */
  public synchronized void setBurst(int messages) {
    burst = messages;
  }

  /** Seconds to wait, 0 when the call may go on. */
  synchronized long secondsToWait(MethodSpec spec, String channel) {
    if (!on) {
      return 0;
    }
    var posting = spec.tier() == Tier.POSTING;
    var key = posting ? spec.name() + " in " + channel : spec.name();
    var most = posting ? burst : spec.tier().aMinute();
    return seconds(key, most, posting ? SECOND.multipliedBy(burst) : MINUTE);
  }

  private long seconds(String key, int most, Duration window) {
    var now = clock.instant();
    var recent = calls.computeIfAbsent(key, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.peek().plus(window).isAfter(now)) {
      recent.remove();
    }
    if (recent.size() < most) {
      recent.add(now);
      told.remove(key);
      return 0;
    }
    return closed(key, now, recent.peek().plus(window));
  }

  /** Who calls again although told to wait does not read the header. */
  private long closed(String key, Instant now, Instant until) {
    var before = told.putIfAbsent(key, new Told(System.nanoTime(), until));
    if (before != null && before.isKnown() && before.until().minus(SECOND).isAfter(now)) {
      ledger.add(Entry.oddity(key, "called again before Retry-After had passed"));
    }
    return Math.max(1, Duration.between(now, until).plusMillis(999).toSeconds());
  }
}
