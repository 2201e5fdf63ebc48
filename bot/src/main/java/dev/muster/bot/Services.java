package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.commands.chat.LiveUpdates;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.GroupCommit;
import dev.muster.integrations.postgres.intake.PostgresIntakeStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** The features, on top of the stores. */
record Services(
    AlertIntake intake,
    GroupCommit commit,
    Commands commands,
    LiveUpdates live,
    InstantSource clock) {

  private static final int COMMITTERS = 1;
  private static final int WAITING_WEBHOOKS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static Services of(
      Config config, Stores stores, LiveUpdates live, InstantSource clock, Executor executor) {
    var store = new PostgresIntakeStore(stores.database(), stores.work());
    var intake = new AlertIntake(stores.database(), store, config.routing(), clock);
    var commit = new GroupCommit(intake, executor, COMMITTERS, WAITING_WEBHOOKS, PATIENCE);
    return new Services(intake, commit, Commands.of(config, stores, clock), live, clock);
  }
}
