package dev.muster.bot.runbook;

import dev.muster.bot.config.Config;
import dev.muster.commands.runbook.message.Announcements;
import dev.muster.commands.runbook.trigger.AlertStarts;
import dev.muster.commands.runbook.trigger.ClockStarts;
import dev.muster.commands.runbook.trigger.Clocked;
import dev.muster.commands.runbook.trigger.Narrowing;
import dev.muster.commands.runbook.trigger.TriggerMeans;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Mirrors;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.announce.PostgresAnnouncements;
import dev.muster.integrations.postgres.incident.PostgresIncidentStore;
import dev.muster.integrations.postgres.run.work.BesideRuns;
import dev.muster.integrations.postgres.trigger.PostgresAlertStartStore;
import dev.muster.integrations.postgres.trigger.PostgresClockStore;
import dev.muster.integrations.postgres.trigger.TriggerTasks;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What starts runs without anybody's asking, as configured now.
 *
 * @param mirrors which chats show what runs say
 * @param wake called after a commit with something to be said
 */
public record RunTriggers(
    Supplier<Config> config,
    Supplier<AlertRules> rules,
    Mirrors mirrors,
    Runnable wake,
    InstantSource clock)
    implements RunWork.Starters {

  @Override
  public BesideRuns tasks(Database database, Means runs, WorkListener listener) {
    return TriggerTasks.all(
        database, alerts(database, runs), clocks(database, runs), listener, clock);
  }

  /** What runs have to say, where the configuration of now has it heard. */
  public Announcements announcements(Database database) {
    var places =
        new PostgresAnnouncements.Places(
            channel ->
                config.get().channelNames().contains(channel) ? mirrors.showing(channel) : Set.of(),
            recipient -> config.get().addressOf(recipient));
    return new PostgresAnnouncements(database, rows(database), places, clock);
  }

  private AlertStarts alerts(Database database, Means runs) {
    return new AlertStarts(
        rules,
        new Narrowing(() -> config.get().routing().routes()),
        means(database, runs),
        new PostgresIncidentStore(database, rows(database)),
        new PostgresAlertStartStore(database));
  }

  private ClockStarts clocks(Database database, Means runs) {
    return new ClockStarts(
        () -> Clocked.of(config.get().runbooks().timed()),
        () -> config.get().notices(),
        database,
        means(database, runs),
        new PostgresClockStore(database));
  }

  private TriggerMeans means(Database database, Means runs) {
    return new TriggerMeans(runs, announcements(database), () -> config.get().zone());
  }

  private WorkRows rows(Database database) {
    return new WorkRows(database, clock, mirrors, wake);
  }
}
