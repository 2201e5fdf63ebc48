package dev.muster.integrations.postgres.trigger;

import dev.muster.commands.runbook.trigger.AlertStarts;
import dev.muster.commands.runbook.trigger.ClockStarts;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.work.BesideRuns;
import dev.muster.integrations.postgres.work.WorkListener;
import java.time.InstantSource;
import java.util.List;

/** The work that starts runs without anybody's asking. */
public final class TriggerTasks {

  private TriggerTasks() {}

  /** All of it, over the connections that the starts work with. */
  public static BesideRuns all(
      Database database,
      AlertStarts alerts,
      ClockStarts clocks,
      WorkListener listener,
      InstantSource clock) {
    return new BesideRuns(
        List.of(
            new FiredAlertTask(database, alerts, listener, clock).task(),
            new ClockTask(clocks, listener, clock).task()));
  }
}
