package dev.muster.bot.runbook;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pool;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TransactionalDataSource;
import dev.muster.integrations.postgres.run.work.BesideRuns;
import dev.muster.integrations.postgres.run.work.RunScheduler;
import dev.muster.integrations.postgres.work.WorkListener;
import dev.muster.runbooks.engine.Means;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Has runs gone on with, over connections of its own: however many there are, alerts and people
 * wait for none of them.
 */
public final class RunWork implements AutoCloseable {

  private static final int CONNECTIONS = 16;

  /** For heartbeats, which must not be late. */
  private static final int SCHEDULER_CONNECTIONS = 2;

  /** What starts runs without anybody's asking. */
  public interface Starters {

    /** Nothing does. */
    Starters NONE = (_, _, _) -> BesideRuns.NOTHING;

    /** Their work, over the connections that it is done with. */
    BesideRuns tasks(Database database, Means runs, WorkListener listener);
  }

  private final Database database;
  private final Pool pool;
  private final RunScheduler scheduler;

  private RunWork(Database database, Pool pool, RunScheduler scheduler) {
    this.database = database;
    this.pool = pool;
    this.scheduler = scheduler;
  }

  /** Not started yet. */
  public static RunWork of(
      DatabaseAddress address,
      RunMeans means,
      Starters starters,
      WorkListener listener,
      InstantSource clock) {
    var wake = new AtomicReference<Runnable>(() -> {});
    var database = new Database(Pools.open(address, "muster-runs", CONNECTIONS));
    var pool = Pools.open(address, "muster-runs-work", SCHEDULER_CONNECTIONS);
    var runs = means.over(database, () -> wake.get().run(), clock);
    var scheduler =
        new RunScheduler(
            new TransactionalDataSource(database, pool),
            database,
            runs,
            listener,
            starters.tasks(database, runs, listener));
    wake.set(scheduler::wake);
    return new RunWork(database, pool, scheduler);
  }

  public void start() {
    scheduler.start();
  }

  /** Looks for due runs now, rather than at the next poll. */
  public void wake() {
    scheduler.wake();
  }

  @Override
  public void close() {
    scheduler.close();
    pool.close();
    database.close();
  }
}
