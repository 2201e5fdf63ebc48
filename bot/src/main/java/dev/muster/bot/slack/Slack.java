package dev.muster.bot.slack;

import dev.muster.bot.config.Config;
import dev.muster.bot.health.WatchedChat;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.people.ChatAccounts;
import dev.muster.commands.people.Directory;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.slack.SlackChat;
import dev.muster.integrations.slack.SlackOwnChannels;
import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.SlackAnswerBearer;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.people.KnownPeople;
import dev.muster.integrations.slack.web.SlackApi;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack, where it is set up. */
public record Slack(
    SlackSettings settings,
    SlackApi api,
    SlackChannels channels,
    SlackUsers users,
    Supplier<BlockKit> kit,
    WatchedChat chat)
    implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Slack.class);

  /** The demo has none: its channels are samples, and nobody's. */
  public static Optional<Slack> of(
      Optional<SlackSettings> settings,
      boolean isDemo,
      Supplier<Config> config,
      InstantSource clock) {
    if (isDemo && settings.isPresent()) {
      log.atWarn().log("The demo does not speak to Slack: set MUSTER_HOME to your configuration");
    }
    return settings.filter(_ -> !isDemo).map(found -> of(found, config, clock));
  }

  private static Slack of(SlackSettings settings, Supplier<Config> config, InstantSource clock) {
    var api = new SlackApi(settings.access(), clock);
    var channels = new SlackChannels(config);
    var users = new SlackUsers(new SlackContacts(config));
    Supplier<BlockKit> kit =
        () -> new BlockKit(config.get().zone(), users, config.get().slackCommands());
    var chat = new SlackChat(api, channels::id, kit, clock);
    var watched = new WatchedChat(chat, id -> channels.name(id).orElse(id), clock);
    return new Slack(settings, api, channels, users, kit, watched);
  }

  /** Channels that incidents have for themselves. */
  public SlackOwnChannels ownChannels(
      Supplier<Config> config, ChatAccounts accounts, InstantSource clock) {
    var directory = Directory.following(() -> config.get().directory());
    return new SlackOwnChannels(api, people(config, accounts, directory, clock)::user, kit, clock);
  }

  /** Who is who there. */
  KnownPeople people(
      Supplier<Config> config, ChatAccounts accounts, Directory directory, InstantSource clock) {
    return new KnownPeople(api, new SlackContacts(config), accounts, directory, clock);
  }

  /** The built-in chat has every channel, and Slack those that are configured for it. */
  public static Mirrors mirrors(Optional<Slack> slack) {
    var web = List.of(PostgresChat.PLATFORM);
    return slack
        .map(one -> new Mirrors(web, List.of(SlackChat.PLATFORM), one.channels()::mirrors))
        .orElseGet(() -> Mirrors.everywhere(web));
  }

  /** Who tells people in Slack what they are owed, by platform. */
  public static Map<String, AnswerBearer> bearers(Optional<Slack> slack) {
    return slack
        .<AnswerBearer>map(one -> new SlackAnswerBearer(Answers.of(one.api(), one.kit())))
        .map(bearer -> Map.of(bearer.platform(), bearer))
        .orElseGet(Map::of);
  }

  /** What Slack did not take lately. */
  public static List<WatchedChat.Failure> failures(Optional<Slack> slack) {
    return slack.map(one -> one.chat().failures()).orElseGet(List::of);
  }

  @Override
  public void close() {
    api.close();
  }
}
