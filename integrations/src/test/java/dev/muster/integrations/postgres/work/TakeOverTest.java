package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.ChatMessage;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.chat.PostgresChatHistory;
import dev.muster.integrations.testing.StoppingChat.When;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replica is killed in the middle of its work, and another goes on with it. */
class TakeOverTest {

  private static final Duration IN_TIME = Duration.ofSeconds(15);

  private final InstantSource clock = InstantSource.system();
  private final TestReplica replica = TestReplica.onNewDatabase(clock, PostgresChat.PLATFORM);
  private final TestWork work = new TestWork(replica);
  private final PostgresChat chat = new PostgresChat(replica.database(), clock);
  private final PostgresChatHistory history = new PostgresChatHistory(replica.database(), clock);

  @AfterEach
  void close() {
    replica.close();
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void the_work_of_a_killed_replica_goes_on_within_15_seconds_and_is_done_once(When when)
      throws Exception {
    try (var doomed = DoomedReplica.start(replica.address(), when)) {
      var incident = work.open("cpu");
      doomed.awaitStopped();
      try (var _ = TestWorker.start(replica, chat)) {
        work.acknowledge(incident);
        doomed.kill();

        await("take-over").atMost(IN_TIME).until(() -> work.rows() == 0);
      }
    }
    var roots = history.roots("incidents", PageRequest.first(10)).items();
    assertThat(roots).singleElement().satisfies(this::showsTheAcknowledgement);
    assertThat(history.thread(roots.getFirst().id(), 10))
        .extracting(reply -> reply.message().fallback())
        .containsExactly("Details of cpu");
  }

  private void showsTheAcknowledgement(ChatMessage root) {
    assertThat(root.message().blocks().toString()).contains("ACKNOWLEDGED", "DevOps Engineer");
  }
}
