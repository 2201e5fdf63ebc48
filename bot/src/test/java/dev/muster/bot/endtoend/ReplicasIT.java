package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every replica is equal: each takes alerts, and does the work that any of them caused. */
@Tag("alone")
class ReplicasIT {

  private static final Duration TAKE_OVER = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension final Musters musters = new Musters();

  private final String database = TestPostgres.newMusterDatabase();
  private final Sql sql = new Sql(database);

  @Test
  void killed_replicas_work_goes_on_within_15_seconds_on_the_other() throws SQLException {
    var killed = replica();
    var other = replica();
    var target = new AtomicReference<>(killed);
    try (var one = AlertStream.start("one", () -> target.get().url());
        var two = AlertStream.start("two", other::url)) {
      one.awaitAccepted(100);
      two.awaitAccepted(100);
      try (var _ = standstillOfChat()) {
        awaitBothAtWork();
        killed.kill();
      }
      var killedAt = System.nanoTime();
      target.set(other);
      one.awaitAccepted(50);
      one.close();
      two.close();

      var books = new Books(MusterApi.of(other), sql);
      books.awaitSettled();
      assertThat(Duration.ofNanos(System.nanoTime() - killedAt)).isLessThan(TAKE_OVER);
      books.assertKept(one, two);
    }
  }

  private MusterProcess replica() {
    return musters.start(Map.of("DATABASE_URL", database));
  }

  /** Nobody can write to the chat: whoever has work stays at it. */
  private Connection standstillOfChat() throws SQLException {
    var connection = DriverManager.getConnection(database);
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table chat_message in share mode");
    }
    return connection;
  }

  private void awaitBothAtWork() {
    await().atMost(PATIENCE).until(() -> sql.one(WORKERS).equals("2"));
  }

  private static final String WORKERS =
      """
      select count(distinct picked_by) from scheduled_tasks where picked and task_name <> 'upkeep'
      """;
}
