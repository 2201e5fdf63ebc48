package dev.muster.bot.config;

import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole configuration, checked: every name in it leads somewhere. Immutable; lists and maps keep
 * the order of the file.
 *
 * @param contacts by kind ({@code slack}, {@code discord}, {@code email}, {@code phone})
 * @param severities the team's scale with its targets, worst first
 */
public record Config(
    String name,
    ZoneId zone,
    Directory directory,
    Map<PersonId, Map<String, String>> contacts,
    List<SeverityTarget> severities,
    List<Channel> channels,
    List<KeyedIntegration> integrations,
    Routing routing) {

  public Config {
    contacts = Map.copyOf(contacts);
    severities = List.copyOf(severities);
    channels = List.copyOf(channels);
    integrations = List.copyOf(integrations);
  }

  /** The sender that this key proves, among those of one kind of source. */
  public Optional<Integration> integration(String source, String key) {
    return integrations.stream()
        .filter(keyed -> keyed.integration().source().equals(source) && keyed.accepts(key))
        .map(KeyedIntegration::integration)
        .findFirst();
  }
}
