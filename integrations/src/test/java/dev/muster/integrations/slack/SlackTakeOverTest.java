package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.postgres.chat.PostgresChat;
import dev.muster.integrations.postgres.work.TestWork;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.StoppingChat.When;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A replica is killed between due and sent, or between sent and noted, and two others race for what
 * it left: a mirrored channel has every message once on each side.
 */
class SlackTakeOverTest {

  private static final Duration IN_TIME = Duration.ofSeconds(20);

  private final InstantSource clock = InstantSource.system();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  private final Place incidents = slack.channel("incidents");

  @AutoClose
  private final TestReplica replica =
      TestReplica.onNewDatabase(clock, PostgresChat.PLATFORM, SlackChat.PLATFORM);

  @AutoClose private final TestReplica other = replica.sibling();
  private final TestWork work = new TestWork(replica);

  @AutoClose
  private final SlackApi api =
      new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);

  private TestWorker worker(TestReplica where) {
    return TestWorker.start(
        where,
        new PostgresChat(where.database(), clock),
        DoomedSlackReplica.chat(api, incidents.id(), clock));
  }

  @ParameterizedTest
  @EnumSource
  @Execution(ExecutionMode.CONCURRENT)
  void what_a_killed_replica_left_is_said_once(When when) throws Exception {
    try (var doomed = DoomedSlackReplica.start(replica.address(), slack, incidents, when)) {
      var incident = work.open("cpu");
      doomed.awaitStopped();
      try (var _ = worker(replica);
          var _ = worker(other)) {
        work.acknowledge(incident);
        doomed.kill();
        await("take-over").atMost(IN_TIME).until(() -> work.rows() == 0);
      }
    }
    var post = incidents.takeMessage("cpu").anyNumberOfEdits();
    post.takeReply("Details of cpu");
    post.awaitWords("ACKNOWLEDGED");
    assertThat(replica.count("select count(*) from chat_message")).isEqualTo(2);
  }
}
