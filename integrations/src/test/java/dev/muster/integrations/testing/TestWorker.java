package dev.muster.integrations.testing;

import static java.util.stream.Collectors.toMap;

import com.zaxxer.hikari.HikariDataSource;
import dev.muster.commands.chat.Chat;
import dev.muster.commands.incident.PostRefresh;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.ReplyRows;
import dev.muster.integrations.postgres.TransactionalDataSource;
import dev.muster.integrations.postgres.work.IncidentWork;
import dev.muster.integrations.postgres.work.WorkScheduler;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Does the work of a replica, as the bot does it. */
public final class TestWorker implements AutoCloseable {

  private static final int CONNECTIONS = 4;

  private final HikariDataSource pool;
  private final WorkScheduler scheduler;

  private TestWorker(HikariDataSource pool, WorkScheduler scheduler) {
    this.pool = pool;
    this.scheduler = scheduler;
  }

  public static TestWorker start(TestReplica replica, Chat... chats) {
    var byPlatform = List.of(chats).stream().collect(toMap(Chat::platform, Function.identity()));
    var pool = Pools.open(replica.address(), "test-work", CONNECTIONS);
    var scheduler =
        new WorkScheduler(
            new TransactionalDataSource(replica.database(), pool),
            IncidentWork.tasks(
                new PostRefresh(replica.posts()),
                replica.posts(),
                new ReplyRows(replica.database(), replica.clock()),
                byPlatform,
                replica.clock()),
            () -> {},
            Executors.newVirtualThreadPerTaskExecutor(),
            replica.clock());
    scheduler.start();
    return new TestWorker(pool, scheduler);
  }

  @Override
  public void close() {
    scheduler.close();
    pool.close();
  }
}
