package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import java.time.InstantSource;

/**
 * Has what is shown of a run brought up to date, as rows of work of the running transaction.
 * Thread-safe.
 *
 * @param wake called after a commit by which a message is due
 */
public record RunRefreshes(Database database, InstantSource clock, Runnable wake) {

  /** The work of showing one run in one chat. */
  public static final String TASK = "run-post";

  /** Behind {@code wanted}, the messages of runs that are to be shown anew. */
  public static final String SCHEDULED =
      """
      , added as (
        insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
        select :task, run_id || '/' || platform,
            greatest(cast(:now as timestamptz), refresh_after), false, 1
        from wanted
        on conflict do nothing
        returning execution_time
      )
      select count(*) from added where execution_time <= :now
      """;

  /** Something about it is to be seen that was not. Costs nothing where it is not shown. */
  public void refresh(RunId run) {
    var due =
        database.with(handle ->
            handle
                .createQuery(
                    """
                    with wanted as (
                      update run_post set wanted = wanted + 1 where run_id = :run
                      returning run_id, platform, refresh_after
                    )
                    """
                        + SCHEDULED)
                .bind("run", run.value())
                .bind("task", TASK)
                .bind("now", Rows.utc(clock.instant()))
                .mapTo(Long.class)
                .one());
    wakeFor(due);
  }

  /** Of so many that are due now. */
  public void wakeFor(long due) {
    if (due > 0) {
      database.afterCommit(wake);
    }
  }
}
