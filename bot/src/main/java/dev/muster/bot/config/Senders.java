package dev.muster.bot.config;

import dev.muster.commands.alert.Integration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may send alerts now, by the configuration of this moment. Thread-safe. */
public record Senders(Supplier<Config> config, InstantSource clock) {

  /** The sender that this key proves, among those of one kind of source. */
  public Optional<Integration> find(String source, String key) {
    return config.get().integration(source, key, clock.instant());
  }
}
