package dev.muster.runbooks.engine.port;

import java.util.Map;
import java.util.Optional;

/** What the configuration gives to every run. Thread-safe. */
public interface Surroundings {

  /** What expressions see as {@code vars}. */
  Map<String, Object> vars();

  /** The value of a secret that runbooks may read; empty where there is none of that name. */
  Optional<String> secret(String name);
}
