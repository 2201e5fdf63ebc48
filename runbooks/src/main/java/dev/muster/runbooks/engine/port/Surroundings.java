package dev.muster.runbooks.engine.port;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the configuration gives to every run. Thread-safe. */
public interface Surroundings {

  /** Unless the configuration says otherwise. */
  Duration STALE_AFTER = Duration.ofDays(180);

  /** What expressions see as {@code vars}. */
  Map<String, Object> vars();

  /** How old the last review of a runbook may be before that is said aloud. */
  default Duration staleAfter() {
    return STALE_AFTER;
  }

  /** The value of a secret that runbooks may read; empty where there is none of that name. */
  Optional<String> secret(String name);
}
