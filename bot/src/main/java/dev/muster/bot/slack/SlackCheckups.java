package dev.muster.bot.slack;

import dev.muster.bot.config.Channel;
import dev.muster.bot.config.Config;
import dev.muster.commands.doctor.Check;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.doctor.SlackAccountCheck;
import dev.muster.integrations.slack.doctor.SlackChannelsCheck;
import dev.muster.integrations.slack.doctor.SlackGroupsCheck;
import dev.muster.integrations.slack.doctor.SlackPeopleCheck;
import dev.muster.integrations.slack.doctor.SlackTicketCheck;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the doctor looks at in Slack. */
public record SlackCheckups(Slack slack, ExecutorService threads, InstantSource clock) {

  /** Whether Slack lets us in. */
  public List<Check> account() {
    var api = slack.api();
    return Stream.concat(
            Stream.<Check>of(new SlackAccountCheck(api, SlackManifest.scopes(), clock)),
            slack.settings().appToken().stream()
                .<Check>map(token -> new SlackTicketCheck(api, token)))
        .toList();
  }

  /** Whether the configuration's words mean something there. */
  public List<Check> configured(Supplier<Config> config) {
    return List.of(
        new SlackChannelsCheck(slack.api(), () -> channels(config.get()), threads),
        new SlackPeopleCheck(slack.api(), () -> people(config.get()), threads),
        new SlackGroupsCheck(slack.api(), () -> config.get().plans().userGroups()));
  }

  private static Map<String, String> channels(Config config) {
    var ids = new TreeMap<String, String>();
    for (Channel channel : config.channels()) {
      Optional.ofNullable(channel.platforms().get(SlackChat.PLATFORM))
          .ifPresent(id -> ids.put(channel.name(), id));
    }
    return ids;
  }

  private static Map<String, String> people(Config config) {
    var ids = new TreeMap<String, String>();
    config
        .contacts()
        .forEach((person, contacts) ->
            Optional.ofNullable(contacts.get(SlackChat.PLATFORM))
                .ifPresent(id -> ids.put(person.value(), id)));
    return ids;
  }
}
