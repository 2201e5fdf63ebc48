package dev.muster.bot.config;

import dev.muster.bot.config.alerts.KeyedIntegration;
import dev.muster.bot.config.plans.Plans;
import dev.muster.bot.config.runbooks.ConfiguredRunbooks;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Recipient;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.BusinessHours;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.Retention;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole configuration, checked: every name in it leads somewhere. Immutable; lists and maps keep
 * the order of the file.
 *
 * @param groups people by the name that they have together
 * @param dutyRoles roles that people have while they are on call, and the schedule of each
 * @param contacts by kind ({@code slack}, {@code discord}, {@code email}, {@code phone})
 * @param severities the team's scale with its targets, worst first
 * @param notices the channel in which Muster speaks of itself
 * @param mailboxes addresses by their names
 * @param timelineReactions names of emoji by which people put a message into a timeline
 * @param slackCommands what slash commands are called in Slack
 * @param runbooks what can be run, and what it is given
 * @param plans what is declared and not acted upon yet
 */
public record Config(
    String name,
    ZoneId zone,
    Directory directory,
    Map<String, List<PersonId>> groups,
    Map<String, String> dutyRoles,
    Map<PersonId, Map<String, String>> contacts,
    List<SeverityTarget> severities,
    BusinessHours businessHours,
    List<Schedule> schedules,
    List<Channel> channels,
    String notices,
    Map<String, String> mailboxes,
    List<String> timelineReactions,
    List<KeyedIntegration> integrations,
    Routing routing,
    Retention retention,
    CommandNames slackCommands,
    ConfiguredRunbooks runbooks,
    Plans plans) {

  public Config {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    dutyRoles = Map.copyOf(dutyRoles);
    contacts = Map.copyOf(contacts);
    severities = List.copyOf(severities);
    schedules = List.copyOf(schedules);
    channels = List.copyOf(channels);
    mailboxes = Collections.unmodifiableMap(new LinkedHashMap<>(mailboxes));
    timelineReactions = List.copyOf(timelineReactions);
    integrations = List.copyOf(integrations);
  }

  /** The sender that this key proves, among those of one kind of source. */
  public Optional<Integration> integration(String source, String key, Instant now) {
    return sender(source, key, now).map(KeyedIntegration::integration);
  }

  Optional<KeyedIntegration> sender(String source, String key, Instant now) {
    return integrations.stream()
        .filter(keyed -> keyed.integration().source().equals(source) && keyed.accepts(key, now))
        .findFirst();
  }

  /** Where mail for somebody goes, if there is such a place. */
  public Optional<String> addressOf(Recipient recipient) {
    return switch (recipient) {
      case Recipient.Mailbox(var mailbox) -> Optional.ofNullable(mailboxes.get(mailbox));
      case Recipient.Somebody(var person) ->
          Optional.ofNullable(contacts.getOrDefault(person, Map.of()).get("email"));
    };
  }

  /** The names of the channels in the order of the file. */
  public List<String> channelNames() {
    return channels.stream().map(Channel::name).toList();
  }
}
