package dev.muster.bot.slack;

import dev.muster.bot.config.Channel;
import dev.muster.bot.config.Config;
import dev.muster.integrations.postgres.Mirrors.Mirror;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.inbound.Channels;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which of our channels are where in Slack, as configured now. */
public record SlackChannels(Supplier<Config> config) implements Channels {

  /** Slack's id of a channel by our name. */
  public Optional<String> id(String name) {
    return config.get().channels().stream()
        .filter(channel -> channel.name().equals(name))
        .flatMap(channel -> idOf(channel).stream())
        .findFirst();
  }

  @Override
  public Optional<String> name(String id) {
    return config.get().channels().stream()
        .filter(channel -> idOf(channel).equals(Optional.of(id)))
        .map(Channel::name)
        .findFirst();
  }

  /** The first one that Slack has, so that whoever declares an incident there sees it there. */
  @Override
  public String usual() {
    var channels = config.get().channels();
    return channels.stream()
        .filter(channel -> idOf(channel).isPresent())
        .findFirst()
        .orElse(channels.getFirst())
        .name();
  }

  /** The channels that Slack has too. */
  List<Mirror> mirrors() {
    return config.get().channels().stream()
        .filter(channel -> idOf(channel).isPresent())
        .map(channel -> new Mirror(channel.name(), SlackChat.PLATFORM))
        .toList();
  }

  private static Optional<String> idOf(Channel channel) {
    return Optional.ofNullable(channel.platforms().get(SlackChat.PLATFORM));
  }
}
