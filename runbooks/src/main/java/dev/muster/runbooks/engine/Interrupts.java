package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Which of the runs with a step that is being done somebody wants to stop, or somebody else has:
 * asked once a second for all of them together. Thread-safe.
 */
final class Interrupts {

  private static final Duration FRESH = Duration.ofMillis(900);

  private final RunStore store;
  private final InstantSource clock;
  private final Map<RunId, Long> fences = new ConcurrentHashMap<>();
  private final Set<RunId> acting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private volatile Set<RunId> wanted = Set.of();
  private volatile Instant asked = Instant.EPOCH;

  Interrupts(RunStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A worker of this Muster has it. */
  void hold(Held held) {
    fences.put(held.run().id(), held.fence());
  }

  void release(Held held) {
    fences.remove(held.run().id(), held.fence());
  }

  void begin(RunId run) {
    acting.add(run);
  }

  void end(RunId run) {
    acting.remove(run);
  }

  /** As far as is known; asks anew on a thread of its own, for whoever asks must not wait. */
  boolean isWanted(RunId run) {
    if (asked.plus(FRESH).isBefore(clock.instant()) && isAsking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("muster-wishes").start(this::ask);
    }
    return wanted.contains(run);
  }

  private void ask() {
    try {
      var held = new HashMap<>(fences);
      held.keySet().retainAll(acting);
      var all = new HashSet<>(store.interrupted(acting));
      all.addAll(store.lost(held));
      wanted = Set.copyOf(all);
      asked = clock.instant();
    } catch (RuntimeException e) {
      Errors.log(e);
    } finally {
      isAsking.set(false);
    }
  }
}
