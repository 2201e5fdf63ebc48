package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which of the runs with a step that is being done somebody wants to stop: asked once a second for
 * all of them together. Thread-safe.
 */
final class Interrupts {

  private static final Duration FRESH = Duration.ofMillis(900);

  private final RunStore store;
  private final InstantSource clock;
  private final Set<RunId> acting = ConcurrentHashMap.newKeySet();
  private Set<RunId> wanted = Set.of();
  private Instant asked = Instant.EPOCH;

  Interrupts(RunStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  void begin(RunId run) {
    acting.add(run);
  }

  void end(RunId run) {
    acting.remove(run);
  }

  synchronized boolean isWanted(RunId run) {
    var now = clock.instant();
    if (asked.plus(FRESH).isBefore(now)) {
      wanted = store.interrupted(acting);
      asked = now;
    }
    return wanted.contains(run);
  }
}
