package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.chat.PostgresChatHistory;
import dev.muster.integrations.testing.DoomedProcess;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.StoppingChat;
import dev.muster.integrations.testing.StoppingChat.When;
import dev.muster.integrations.testing.TestReplica;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replica is killed between saying something of a run and noting that it was said. */
class KilledShowingTest {

  private static final Duration IN_TIME = Duration.ofSeconds(15);

  private final InstantSource clock = InstantSource.system();
  private final TestReplica replica = TestReplica.onNewDatabase(clock, PostgresChat.PLATFORM);
  private final TestShowing showing = new TestShowing(replica, PostgresChat.PLATFORM);
  private final PostgresChat chat = new PostgresChat(replica.database(), clock);
  private final PostgresChatHistory history = new PostgresChatHistory(replica.database(), clock);

  @AfterEach
  void close() throws Exception {
    showing.runs().close();
    replica.close();
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void its_message_and_its_end_are_said_once_within_15_seconds(When when) throws Exception {
    try (var doomed =
        DoomedProcess.start(KilledShowingTest.class, replica.address().jdbcUrl(), when.name())) {
      var run = showing.startIn("look");
      showing.runs().worker().work(run);
      doomed.awaitStopped();
      doomed.kill();

      try (var _ = showing.show(chat)) {
        await("take-over").atMost(IN_TIME).until(() -> showing.left() == 0);
      }
    }
    var roots = history.roots(TestShowing.OPS, PageRequest.first(10)).items();
    assertThat(roots)
        .singleElement()
        .satisfies(root -> assertThat(root.message().fallback()).contains("done in"));
    assertThat(history.thread(roots.getFirst().id(), 10))
        .singleElement()
        .satisfies(reply -> assertThat(reply.message().fallback()).contains("done in"));
  }

  /** The replica that is killed. */
  public static void main(String[] arguments) {
    var clock = InstantSource.system();
    var address = DatabaseAddress.parse(arguments[0]);
    var replica = TestReplica.on(address, clock, List.of(PostgresChat.PLATFORM));
    var web = new PostgresChat(replica.database(), clock);
    new TestShowing(replica, PostgresChat.PLATFORM)
        .show(new StoppingChat(web, When.valueOf(arguments[1])));
    new Gate().pass();
  }
}
