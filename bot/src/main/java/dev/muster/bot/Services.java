package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.current.ConfigNotices;
import dev.muster.bot.config.current.ConfigSource;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.config.current.Duty;
import dev.muster.bot.config.current.FollowConfig;
import dev.muster.bot.config.current.Replica;
import dev.muster.bot.login.LoginServices.Sending;
import dev.muster.bot.runbook.RunArchive;
import dev.muster.bot.slack.SlackLeavers;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.chat.LiveUpdates;
import dev.muster.commands.doctor.Doctor;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.GroupCommit;
import dev.muster.commands.oncall.LayeredOnCall;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.history.VersionedOnCall;
import dev.muster.commands.people.Directory;
import dev.muster.commands.runbook.trigger.Narrowing;
import dev.muster.integrations.postgres.configuration.PostgresAcceptedConfigurations;
import dev.muster.integrations.postgres.configuration.PostgresScheduleVersions;
import dev.muster.integrations.postgres.intake.PostgresIntakeStore;
import dev.muster.integrations.postgres.login.PostgresSessions;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The features, on top of the stores. */
record Services(
    AlertIntake intake,
    GroupCommit commit,
    Commands commands,
    LiveUpdates live,
    Sending sending,
    RunArchive runs,
    InstantSource clock) {

  private static final int COMMITTERS = 1;
  private static final GroupCommit.Limits LIMITS =
      new GroupCommit.Limits(1_000, 64L * 1024 * 1024, Duration.ofSeconds(10));

  static Services of(
      Supplier<Config> config,
      Stores stores,
      Means runs,
      Supplier<AlertRules> rules,
      LiveUpdates live,
      Sending sending,
      Doctor doctor,
      InstantSource clock) {
    var lane = stores.intake();
    var store = new PostgresIntakeStore(lane.database(), lane.work());
    var intake =
        new AlertIntake(lane.database(), store, () -> config.get().routing(), rules, clock);
    var commit = new GroupCommit(intake, Services::committer, COMMITTERS, LIMITS);
    var commands = Commands.of(config, stores, runs, rules, doctor, clock);
    var narrowing = new Narrowing(() -> config.get().routing().routes());
    var archive = RunArchive.of(stores.database(), runs, narrowing);
    return new Services(intake, commit, commands, live, sending, archive, clock);
  }

  /** The people of the configuration as it is now, with the roles that their shifts give them. */
  static Directory people(Supplier<Config> config, InstantSource clock) {
    return Directory.following(() -> config.get().directory())
        .with(new Duty(config, new LayeredOnCall(), clock));
  }

  /** Them, and what severities and routes ask of them. */
  static Team team(Supplier<Config> config, Directory people) {
    return new Team(people, () -> config.get().severities(), () -> config.get().routing().routes());
  }

  /** Who is and was on call, by the schedule of the time. */
  static OnCall onCall(Stores stores) {
    return new VersionedOnCall(
        new LayeredOnCall(), new PostgresScheduleVersions(stores.database()));
  }

  /** Who hears that somebody has left a chat. */
  static SlackLeavers leavers(
      Supplier<Config> config, Stores stores, List<Chat> chats, InstantSource clock) {
    var sessions = new PostgresSessions(stores.database());
    return new SlackLeavers(chats, config, onCall(stores), sessions, clock);
  }

  /**
   * A thread of the system's own: the committer never stops talking to the database, and a virtual
   * thread's detour over the poller at each answer cost a third of the rate.
   */
  private static void committer(Runnable commits) {
    Thread.ofPlatform().daemon().name("committer").start(commits);
  }

  /** Follows what is configured, and tells the chats of it. */
  static FollowConfig follow(
      ConfigSource source,
      CurrentConfig config,
      Stores stores,
      List<Chat> chats,
      InstantSource clock) {
    var replica = Replica.name();
    return new FollowConfig(
        source,
        new PostgresAcceptedConfigurations(stores.database(), clock),
        config,
        new ConfigNotices(chats, config, clock, replica),
        replica);
  }
}
