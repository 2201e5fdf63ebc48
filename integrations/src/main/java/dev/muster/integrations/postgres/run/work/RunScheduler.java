package dev.muster.integrations.postgres.run.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.RunSchedule;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.integrations.postgres.work.WorkScheduler;
import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.engine.Worker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/**
 * Has runs gone on with, beside the work of incidents: a step may take hours and holds nothing but
 * its thread. The runs of a killed replica go on within 15 s.
 */
public final class RunScheduler implements AutoCloseable {

  /** For as long as it takes to restart a database. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int TRIES = 240;
  private static final int AT_ONCE = 1_000;

  private final Scheduler scheduler;

  /**
   * Not started yet.
   *
   * @param beside what starts runs without anybody's asking, or nothing
   */
  public RunScheduler(
      DataSource dataSource,
      Database database,
      Means means,
      WorkListener listener,
      BesideRuns beside) {
    var patient =
        new Means(
            new PatientRunStore(means.store(), PAUSE, TRIES),
            means.log(),
            means.definitions(),
            means.kinds(),
            means.surroundings(),
            means.clock());
    var task = new RunTask(new Worker(patient), means.store(), database, listener, means.clock());
    this.scheduler =
        WorkScheduler.prompt(
                Scheduler.create(dataSource, List.of(task.task())), "muster-runs", means.clock())
            .startTasks(beside.tasks())
            .tableName(RunSchedule.TABLE)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .threads(AT_ONCE)
            .build();
  }

  public void start() {
    scheduler.start();
  }

  /** Looks for due runs now, rather than at the next poll. */
  public void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Lets steps finish, for a while; what is cut off is looked after by whoever goes on. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
