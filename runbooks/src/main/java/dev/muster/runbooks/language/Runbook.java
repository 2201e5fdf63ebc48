package dev.muster.runbooks.language;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A runbook, checked: every name in it leads somewhere. Immutable; lists and maps keep the order of
 * the file.
 *
 * @param timeout how long a run may take while it does not wait for people
 */
public record Runbook(
    About about,
    Triggers triggers,
    Permissions permissions,
    Map<String, Input> inputs,
    List<Step> prerequisites,
    Optional<Concurrency> concurrency,
    Optional<Duration> timeout,
    List<Step> steps,
    List<Step> verification,
    List<Step> always) {

  /** How many may be nested in one another. */
  public static final int DEEPEST = 5;

  public Runbook {
    inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    prerequisites = List.copyOf(prerequisites);
    steps = List.copyOf(steps);
    verification = List.copyOf(verification);
    always = List.copyOf(always);
  }

  public String name() {
    return about.name();
  }

  /** The steps as they are written; rollback has none of its own. */
  public List<Step> steps(Phase phase) {
    return switch (phase) {
      case PREREQUISITES -> prerequisites;
      case STEPS, ROLLBACK -> steps;
      case VERIFICATION -> verification;
      case ALWAYS -> always;
    };
  }
}
