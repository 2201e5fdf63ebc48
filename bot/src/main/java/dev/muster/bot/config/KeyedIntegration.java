package dev.muster.bot.config;

import dev.muster.bot.config.secret.Secret;
import dev.muster.commands.alert.Integration;
import java.util.List;

/** A sender and the keys that prove it: one, or several while one replaces another. */
public record KeyedIntegration(Integration integration, List<Secret> keys) {

  public KeyedIntegration {
    keys = List.copyOf(keys);
  }

  /** Whether the key is one of this sender's; compared in constant time. */
  public boolean accepts(String key) {
    return keys.stream().filter(secret -> secret.matches(key)).count() > 0;
  }
}
