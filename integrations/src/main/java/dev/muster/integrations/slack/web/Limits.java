package dev.muster.integrations.slack.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps within Slack's rates without making anybody wait here: who finds no room is told when to
 * come again, each at a time of their own. Thread-safe.
 */
final class Limits {

  /** Where Slack says "too many" and not for how long. */
  static final Duration UNSAID = Duration.ofSeconds(10);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<String, Lane> lanes = new HashMap<>();

  Limits(InstantSource clock) {
    this.clock = clock;
  }

  /** The calls of one method, or of one method in one channel. */
  private static final class Lane {
    private final ArrayDeque<Instant> recent = new ArrayDeque<>();
    private Instant closedUntil = Instant.MIN;
    private Instant lastTold = Instant.MIN;
  }

  /** Takes one call, or throws. */
  synchronized void admit(String method, String channel) {
    var rate = Rate.of(method);
    var lane = lanes.computeIfAbsent(rate.key(method, channel), _ -> new Lane());
    var now = clock.instant();
    while (!lane.recent.isEmpty() && !lane.recent.peek().plus(rate.window()).isAfter(now)) {
      lane.recent.remove();
    }
    if (lane.closedUntil.isAfter(now)) {
      throw comeAgain(lane, rate, now, lane.closedUntil);
    }
    if (lane.recent.size() >= rate.most()) {
      throw comeAgain(lane, rate, now, lane.recent.element().plus(rate.window()));
    }
    if (rate.isPaced()) {
      lane.recent.add(now);
    }
  }

  /** Slack said so: nobody calls again before. */
  synchronized void close(String method, String channel, Duration retryAfter) {
    var key = Rate.of(method).key(method, channel);
    var lane = lanes.computeIfAbsent(key, _ -> new Lane());
    var until = clock.instant().plus(retryAfter);
    lane.closedUntil = lane.closedUntil.isAfter(until) ? lane.closedUntil : until;
  }

  private static SlackException comeAgain(Lane lane, Rate rate, Instant now, Instant free) {
    var next = lane.lastTold.isAfter(now) ? lane.lastTold.plus(rate.apart()) : free;
    lane.lastTold = next.isAfter(free) ? next : free;
    var wait = Duration.between(now, lane.lastTold);
    return SlackException.busy(
        "Slack takes no more at the moment",
        wait.compareTo(LONGEST) > 0 ? longest(now, free) : wait);
  }

  /** Whoever is far behind looks again now and then; what Slack said still holds. */
  private static Duration longest(Instant now, Instant free) {
    var least = Duration.between(now, free);
    return least.compareTo(LONGEST) > 0 ? least : LONGEST;
  }
}
