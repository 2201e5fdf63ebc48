package dev.muster.bot.config.alerts;

import dev.muster.commands.alert.Integration;
import dev.muster.integrations.sources.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A sender and the keys that prove it: one, or several while one replaces another.
 *
 * @param mapping how its bodies are read, where its source leaves that to the configuration
 */
public record KeyedIntegration(Integration integration, List<Key> keys, Optional<Mapping> mapping) {

  public KeyedIntegration {
    keys = List.copyOf(keys);
  }

  /** Whether the key is one of this sender's and not past its end; compared in constant time. */
  public boolean accepts(String candidate, Instant now) {
    return keys.stream().filter(key -> key.matches(candidate, now)).count() > 0;
  }
}
