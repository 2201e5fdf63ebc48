package dev.muster.bot.runbook;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.runbooks.engine.port.RunListener;

/** Somebody who is told of all that becomes of runs. */
@FunctionalInterface
public interface RunWatch {

  /** Over the connections with which runs are kept. */
  RunListener watch(Database database, WorkRows work);
}
