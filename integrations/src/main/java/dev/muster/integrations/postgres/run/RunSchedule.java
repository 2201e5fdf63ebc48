package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import java.time.Instant;
import java.time.InstantSource;

/**
 * When runs are to be gone on with, as rows of db-scheduler's, written in the running transaction.
 */
public final class RunSchedule {

  public static final String TASK = "run";
  public static final String TABLE = "scheduled_run";

  private final Database database;
  private final InstantSource clock;
  private final Runnable wake;

  /** Calls {@code wake} after a commit with a run that is due, which then need not wait. */
  public RunSchedule(Database database, InstantSource clock, Runnable wake) {
    this.database = database;
    this.clock = clock;
    this.wake = wake;
  }

  /** Also where it was to be another time; who works on it sees to that when it ends. */
  void at(RunId run, Instant time) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                insert into scheduled_run as known
                    (task_name, task_instance, execution_time, picked, version)
                values (:task, :instance, :at, false, 1)
                on conflict (task_name, task_instance)
                  do update set execution_time = excluded.execution_time where not known.picked
                """)
            .bind("task", TASK)
            .bind("instance", run.toString())
            .bind("at", Rows.utc(time))
            .execute());
    if (!time.isAfter(clock.instant())) {
      database.afterCommit(wake);
    }
  }

  Instant now() {
    return clock.instant();
  }
}
