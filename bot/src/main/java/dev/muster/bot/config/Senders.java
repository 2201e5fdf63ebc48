package dev.muster.bot.config;

import dev.muster.bot.config.alerts.KeyedIntegration;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.delivery.KnownSenders;
import dev.muster.commands.delivery.Sender;
import dev.muster.integrations.sources.GenericSource;
import dev.muster.integrations.sources.Sources;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Who may send alerts now, by the configuration of this moment. Thread-safe. */
public record Senders(Supplier<Config> config, InstantSource clock) implements KnownSenders {

  /** The sender that this key proves, among those of one kind of source. */
  public Optional<Sender> find(String source, String key) {
    return config.get().sender(source, key, clock.instant()).map(Senders::sender);
  }

  @Override
  public Optional<Sender> named(String integration) {
    return config.get().integrations().stream()
        .filter(keyed -> keyed.integration().name().equals(integration))
        .findFirst()
        .map(Senders::sender);
  }

  private static Sender sender(KeyedIntegration keyed) {
    AlertSource ready = Sources.find(keyed.integration().source()).orElseThrow();
    return new Sender(
        keyed.mapping().<AlertSource>map(GenericSource::new).orElse(ready), keyed.integration());
  }
}
