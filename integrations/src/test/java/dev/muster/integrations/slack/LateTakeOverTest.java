package dev.muster.integrations.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.slack.answer.Answers;
import dev.muster.integrations.slack.answer.SlackAnswerBearer;
import dev.muster.integrations.slack.blocks.BlockKit;
import dev.muster.integrations.slack.fake.FakeSlack;
import dev.muster.integrations.slack.fake.people.Person;
import dev.muster.integrations.slack.fake.people.Place;
import dev.muster.integrations.slack.web.SlackAccess;
import dev.muster.integrations.slack.web.SlackApi;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A replica is killed after it said that it is still working: somebody else says how it ended, once
 * and truly.
 */
class LateTakeOverTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final InstantSource clock = InstantSource.system();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock).patience(PATIENCE);
  private final Place incidents = slack.channel("incidents").with("U01AAAA");
  private final Person ada = slack.user("U01AAAA");
  @AutoClose private final TestReplica replica = TestReplica.onNewDatabase(clock);
  @AutoClose private final TestReplica other = replica.sibling();

  @AutoClose
  private final SlackApi api =
      new SlackApi(new SlackAccess(slack.tokens().bot().secret(), slack.apiUrl()), clock);

  private static void await(String what, BooleanSupplier condition) {
    Awaitility.await(what).atMost(PATIENCE).until(condition::getAsBoolean);
  }

  private TestWorker worker(TestReplica where) {
    return TestWorker.start(
        where, new SlackAnswerBearer(Answers.of(api, () -> new BlockKit(ZoneOffset.UTC))));
  }

  /** As if so much time had gone by since it was killed. */
  private void endTheLease() {
    replica
        .database()
        .with(handle -> handle.execute("update scheduled_tasks set execution_time = '2026-01-01'"));
  }

  private void askAndBeToldToWait() {
    var sockets = slack.sockets();
    await("socket", () -> sockets.count() == 1);
    assertThat(ada.slash("/incident", "ack 1042").in(incidents).body()).contains("Still working");
    ada.takeEphemeral("Still working on /incident ack 1042. You will be told how it ended.");
    assertThat(replica.count("select count(*) from owed_answer")).isOne();
  }

  private void awaitNothingOwed() {
    await(
        "told",
        () ->
            replica.count(
                    "select (select count(*) from owed_answer) + (select count(*) from"
                        + " scheduled_tasks where task_name = 'owed-answer')")
                == 0);
  }

  @Test
  void before_the_commit_nothing_was_done_and_that_is_said_when_it_is_certain() throws Exception {
    var gate = new Gate();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var doomed = DoomedLateReplica.start(replica.address(), slack)) {
      threads.execute(() -> holdTheLock(gate));
      gate.awaitSomebody();
      askAndBeToldToWait();
      doomed.kill();
      endTheLease();
      try (var _ = worker(replica);
          var _ = worker(other)) {
        await("somebody waits for its transaction", () -> replica.count(WAITING) > 0);
        assertThat(replica.count("select count(*) from owed_answer")).isOne();
        gate.open();
        awaitNothingOwed();
      }
    }
    ada.takeEphemeral("Nothing was done: /incident ack 1042 was interrupted.");
    assertThat(replica.count("select count(*) from audit_entry")).isZero();
  }

  @Test
  void after_the_commit_its_answer_is_told() throws Exception {
    var gate = new Gate();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var doomed = DoomedLateReplica.start(replica.address(), slack)) {
      threads.execute(() -> holdTheLock(gate));
      gate.awaitSomebody();
      askAndBeToldToWait();
      slack.faults().on("response_url").hang(PATIENCE);
      gate.open();
      await("it tells", () -> slack.faults().left() == 0);
      doomed.kill();
      endTheLease();
      try (var _ = worker(replica);
          var _ = worker(other)) {
        awaitNothingOwed();
      }
    }
    assertThat(ada.takeEphemeral("You have it.").body().toString())
        .contains("could not tell you sooner");
    assertThat(replica.count("select count(*) from audit_entry where outcome = 'done'")).isOne();
  }

  private static final String WAITING =
      "select count(*) from pg_locks where not granted and locktype = 'transactionid'";

  private void holdTheLock(Gate gate) {
    replica
        .database()
        .inTransaction(() -> {
          replica
              .database()
              .with(handle -> handle.execute("set local idle_in_transaction_session_timeout = 0"));
          replica
              .database()
              .with(handle -> handle.createQuery(DoomedLateReplica.LOCK).mapToMap().list());
          gate.pass();
        });
  }
}
