package dev.muster.runbooks.run;

import dev.muster.runbooks.kind.Attempt;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a run came about. Never changes.
 *
 * @param runbook what it runs, pinned
 * @param inputs values by name, those left out filled in; no secrets
 * @param context what expressions see besides: {@code alert}, {@code incident}
 * @param place where it talks
 * @param key runs with the same one do not run at the same time
 * @param limit how long it may take while it does not wait for people
 */
public record Origin(
    Pinned runbook,
    Who requester,
    Instant at,
    Mode mode,
    Map<String, Object> inputs,
    Map<String, Object> context,
    Optional<Attempt.Place> place,
    Optional<Parent> parent,
    Optional<String> key,
    Optional<Duration> limit) {

  public Origin {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    context = Map.copyOf(context);
  }

  /** Whether it acts on the world, or only shows what it would do. */
  public enum Mode {
    REAL,
    DRY
  }

  /**
   * A runbook by the hash of its text, with those that it starts.
   *
   * @param nested hashes by the names of all that can be started in it, however deep
   */
  public record Pinned(String name, String title, String hash, Map<String, String> nested) {
    public Pinned {
      nested = Map.copyOf(nested);
    }
  }

  /**
   * The step of another run that started this one.
   *
   * @param depth how many runs are above it
   * @param keys that these have: what they start does not wait for them
   */
  public record Parent(RunId run, StepPath step, int depth, Set<String> keys) {
    public Parent {
      keys = Set.copyOf(keys);
    }
  }

  public boolean isDry() {
    return mode == Mode.DRY;
  }
}
