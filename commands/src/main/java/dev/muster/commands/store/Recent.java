package dev.muster.commands.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was found a moment ago: so many things at most, of which the oldest goes first, and each for
 * so long. Thread-safe.
 */
public final class Recent<K, V> {

  private final int most;
  private final Duration fresh;
  private final InstantSource clock;
  private final Map<K, Kept<V>> kept = new LinkedHashMap<>();

  public Recent(int most, Duration fresh, InstantSource clock) {
    this.most = most;
    this.fresh = fresh;
    this.clock = clock;
  }

  private record Kept<V>(V value, Instant until) {}

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(kept.get(key))
        .filter(it -> clock.instant().isBefore(it.until()))
        .map(Kept::value);
  }

  /** From now on, as the youngest. */
  public synchronized void put(K key, V value) {
    kept.remove(key);
    kept.put(key, new Kept<>(value, clock.instant().plus(fresh)));
    if (kept.size() > most) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /** Another value in the place of one that is there, for no longer than that one. */
  public synchronized void replace(K key, V value) {
    kept.computeIfPresent(key, (_, it) -> new Kept<>(value, it.until()));
  }

  /** Keeps it unless it is there; whether it was not. */
  public synchronized boolean add(K key, V value) {
    if (get(key).isPresent()) {
      return false;
    }
    put(key, value);
    return true;
  }
}
