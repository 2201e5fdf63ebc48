package dev.muster.integrations.slack.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets few calls at once into each channel, so that one in which Slack hangs leaves room for the
 * others. Who finds no room is told to come again. Thread-safe.
 */
final class Doors {

  private static final int AT_ONCE = 3;

  /** From one second to two, or all would come at the same time. */
  private static final int LEAST_MILLIS = 1_000;

  private final Map<String, Semaphore> doors = new ConcurrentHashMap<>();

  /** Held while a call is under way. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  Place enter(String method, String channel) {
    if (channel.isEmpty() || !Rate.of(method).isPaced()) {
      return () -> {};
    }
    var door = doors.computeIfAbsent(channel, _ -> new Semaphore(AT_ONCE));
    if (!door.tryAcquire()) {
      throw SlackException.busy("Slack answers too slowly in that channel", soon());
    }
    return door::release;
  }

  private static Duration soon() {
    return Duration.ofMillis(LEAST_MILLIS + ThreadLocalRandom.current().nextInt(LEAST_MILLIS));
  }
}
