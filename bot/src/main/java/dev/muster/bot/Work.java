package dev.muster.bot;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.muster.bot.config.Config;
import dev.muster.bot.runbook.RunGlass;
import dev.muster.bot.slack.ConfiguredOwnPlans;
import dev.muster.bot.slack.Slack;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.late.AnswerBearer;
import dev.muster.commands.incident.own.OwnChannels;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.mail.Mailer;
import dev.muster.commands.notify.IncidentMail;
import dev.muster.commands.notify.Mailing;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.people.Directory;
import dev.muster.commands.reminder.Reminders;
import dev.muster.commands.silence.ending.SilenceEnding;
import dev.muster.integrations.postgres.TransactionalDataSource;
import dev.muster.integrations.postgres.chat.OwedAnswerTask;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.chat.PostgresChatAccounts;
import dev.muster.integrations.postgres.intake.PostgresIntakeStore;
import dev.muster.integrations.postgres.run.post.RunPostTask;
import dev.muster.integrations.postgres.run.post.ShowingTasks;
import dev.muster.integrations.postgres.upkeep.KeepHistories;
import dev.muster.integrations.postgres.work.Chats;
import dev.muster.integrations.postgres.work.IncidentWork;
import dev.muster.integrations.postgres.work.Upkeep;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.integrations.postgres.work.WorkScheduler;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The durable work and the chats that it speaks to. A new chat is one line here. */
final class Work {

  private Work() {}

  /** By platform. */
  static Map<String, Chat> chats(Stores stores, Optional<Slack> slack, InstantSource clock) {
    var web = new PostgresChat(stores.database(), clock);
    return Stream.concat(Stream.of(web), slack.stream().<Chat>map(Slack::chat))
        .collect(toUnmodifiableMap(Chat::platform, Function.identity()));
  }

  /** The channels that incidents have for themselves: Slack makes such, the built-in chat none. */
  static IncidentWork.Own own(
      Supplier<Config> config,
      Stores stores,
      Optional<Slack> slack,
      Optional<String> url,
      InstantSource clock) {
    var plans = new ConfiguredOwnPlans(config, new LayeredOnCall(), url, clock);
    var accounts = new PostgresChatAccounts(stores.database());
    return slack
        .<OwnChannels>map(one -> one.ownChannels(config, accounts, clock))
        .map(own -> new IncidentWork.Own(Map.of(own.platform(), own), plans))
        .orElse(IncidentWork.Own.NONE);
  }

  /** As the configuration asks for them now. */
  static Reminders reminders(Supplier<Config> config) {
    var team = Services.team(config, Directory.following(() -> config.get().directory()));
    return new Reminders(team::targetsOf, () -> config.get().businessHours());
  }

  /**
   * Over the connections of the work: what a silence lets go of opens incidents by routes of now.
   */
  private static SilenceEnding silences(
      Supplier<Config> config, Stores stores, Supplier<AlertRules> rules, InstantSource clock) {
    var database = stores.database();
    var store = new PostgresIntakeStore(database, stores.main().work());
    return new SilenceEnding(
        database,
        new SilenceEnding.Kept(stores.silences(), stores.incidents(), stores.audit()),
        new AlertIntake(database, store, () -> config.get().routing(), rules, clock),
        clock);
  }

  /** Mail as configured now, over the server of the environment. */
  static Mailing mailing(Supplier<Config> config, Settings settings, Mailer mailer) {
    return new Mailing(
        mailer,
        recipient -> config.get().addressOf(recipient),
        () -> new IncidentMail(config.get().zone(), settings.url()),
        settings.isDemo());
  }

  /**
   * Whom the work speaks to.
   *
   * @param chats by platform
   * @param bearers of answers that are owed, by platform
   * @param shown a run as its message shows it now
   */
  record Outside(
      Map<String, Chat> chats,
      IncidentWork.Own own,
      Map<String, AnswerBearer> bearers,
      Mailing mailing,
      Function<RunId, Message> shown) {}

  static WorkScheduler of(
      Supplier<Config> config,
      Stores stores,
      Outside outside,
      Supplier<AlertRules> rules,
      WorkListener listener,
      InstantSource clock) {
    var database = stores.database();
    var upkeep = new KeepHistories(database, () -> config.get().retention(), clock);
    var means =
        new IncidentWork.Means(
            outside.chats(),
            outside.own(),
            outside.mailing(),
            reminders(config),
            silences(config, stores, rules, clock),
            new OwedAnswerTask.Means(
                stores.owed(clock), stores.whatBecame(clock), outside.bearers()));
    var work = stores.main().work();
    var glass =
        new RunGlass(config, clock)
            .task(database, stores.posts(), outside.chats().values(), listener);
    var chats = new Chats(outside.chats(), outside.own().channels());
    var runs = new RunPostTask.Means(database, work, chats, outside.shown());
    return new WorkScheduler(
        new TransactionalDataSource(database, stores.workPool()),
        Stream.concat(
                IncidentWork.tasks(database, work, means, listener, clock).stream(),
                ShowingTasks.all(runs, glass, listener, clock).stream())
            .toList(),
        new Upkeep(upkeep, listener),
        Executors.newVirtualThreadPerTaskExecutor(),
        clock);
  }
}
