package dev.muster.integrations.postgres.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.muster.integrations.postgres.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;

/**
 * db-scheduler set for pages and not for nightly batches: due work is picked up within 100 ms, and
 * that of a killed replica goes on within 15 s.
 */
public final class WorkScheduler implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;
  static final int AT_ONCE = 32;

  /** Said rather than asked of the database, which may be away while we start. */
  private static final PostgreSqlJdbcCustomization POSTGRES =
      new PostgreSqlJdbcCustomization(false, false);

  private final Scheduler scheduler;

  public WorkScheduler(
      DataSource dataSource,
      List<? extends Task<?>> tasks,
      Upkeep upkeep,
      ExecutorService executor,
      InstantSource clock) {
    this.scheduler =
        prompt(Scheduler.create(dataSource, List.copyOf(tasks)), "muster", clock)
            .startTasks(upkeep.task(clock))
            .executorService(executor)
            .threads(AT_ONCE)
            .serializer(new JsonSerializer())
            .build();
  }

  /**
   * For whatever else is scheduled in the same way.
   *
   * @param name of the process; each that starts has another number behind it
   */
  public static SchedulerBuilder prompt(
      SchedulerBuilder builder, String name, InstantSource clock) {
    return builder
        .jdbcCustomization(POSTGRES)
        .schedulerName(new SchedulerName.Fixed(name + "-" + UUID.randomUUID()))
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(Duration.ofSeconds(10))
        .clock(clock::instant);
  }

  public void start() {
    scheduler.start();
  }

  /** Looks for due work now, rather than at the next poll. */
  public void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Lets running work finish, for a while. */
  @Override
  public void close() {
    scheduler.stop();
  }

  private static final class JsonSerializer implements Serializer {
    @Override
    public byte[] serialize(Object data) {
      return Json.writeBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] json) {
      return Json.read(json, type);
    }
  }
}
