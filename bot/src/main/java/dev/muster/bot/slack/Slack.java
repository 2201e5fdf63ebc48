package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Slack, where it is set up. */
public record Slack(
    SlackSettings settings, SlackApi api, SlackChannels channels, Supplier<BlockKit> kit)
    implements AutoCloseable {

  public static Slack of(SlackSettings settings, Supplier<Config> config, InstantSource clock) {
    return new Slack(
        settings,
        new SlackApi(settings.access(), clock),
        new SlackChannels(config),
        () -> new BlockKit(config.get().zone()));
  }

  public SlackChat chat(InstantSource clock) {
    return new SlackChat(api, channels::id, kit, clock);
  }

  /** The built-in chat has every channel, and Slack those that are configured for it. */
  public static Mirrors mirrors(Optional<Slack> slack) {
    var web = List.of(PostgresChat.PLATFORM);
    return slack
        .map(one -> new Mirrors(web, List.of(SlackChat.PLATFORM), one.channels()::mirrors))
        .orElseGet(() -> Mirrors.everywhere(web));
  }

  @Override
  public void close() {
    api.close();
  }
}
