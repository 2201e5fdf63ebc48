package dev.muster.integrations.postgres.work;

import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One slow channel delays no other. */
class TwoChatsTest {

  /** More than the scheduler has threads. */
  private static final int MANY = 40;

  private final TestReplica replica =
      TestReplica.onNewDatabase(InstantSource.system(), "stuck", "brisk");
  private final TestWork work = new TestWork(replica);
  private final FakeChat stuck = new FakeChat("stuck");
  private final FakeChat brisk = new FakeChat("brisk");
  private final Gate gate = new Gate();

  private static final String PUT_OFF =
      """
      select count(*) from scheduled_tasks where task_name = 'refresh-post'
        and task_instance = '1/stuck' and execution_time > now() + interval '30 seconds'
      """;

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void a_chat_that_does_not_answer_delays_no_other() {
    stuck.holdAt(gate);
    try (var _ = TestWorker.start(replica, stuck, brisk)) {
      for (var i = 0; i < MANY; i++) {
        work.open("incident " + i);
      }

      for (var i = 0; i < MANY; i++) {
        brisk.nextReply(brisk.nextPost("incidents").ref());
      }
      stuck.assertNothingElse();

      gate.open();
      for (var i = 0; i < MANY; i++) {
        stuck.nextReply(stuck.nextPost("incidents").ref());
      }
      work.awaitAllDone();
    }
    brisk.assertNothingElse();
    stuck.assertNothingElse();
  }

  /** In a rolling deployment the other replica does it. */
  @Test
  void work_for_a_chat_that_is_not_set_up_here_is_kept_for_who_knows_it() {
    try (var _ = TestWorker.start(replica, brisk)) {
      work.open("cpu");
      brisk.nextReply(brisk.nextPost("incidents").ref());
      await().until(() -> replica.count(PUT_OFF) == 1);
    }
    var due = "update scheduled_tasks set execution_time = now() where not picked";
    replica.database().with(handle -> handle.execute(due));

    try (var _ = TestWorker.start(replica, stuck, brisk)) {
      stuck.nextReply(stuck.nextPost("incidents").ref());
      work.awaitAllDone();
    }
    brisk.assertNothingElse();
    stuck.assertNothingElse();
  }

  @Test
  void a_slow_chat_gets_every_message_once() {
    stuck.slowDown(Duration.ofMillis(300));
    try (var _ = TestWorker.start(replica, stuck, brisk)) {
      work.open("cpu");

      brisk.nextReply(brisk.nextPost("incidents").ref());
      stuck.nextReply(stuck.nextPost("incidents").ref());
      work.awaitAllDone();
    }
    brisk.assertNothingElse();
    stuck.assertNothingElse();
  }

  @Test
  void two_workers_on_one_database_say_everything_once() {
    try (var other = replica.sibling();
        var _ = TestWorker.start(replica, stuck, brisk);
        var _ = TestWorker.start(other, stuck, brisk)) {
      for (var i = 0; i < 20; i++) {
        work.open("incident " + i);
      }
      for (var chat : new FakeChat[] {stuck, brisk}) {
        for (var i = 0; i < 20; i++) {
          chat.nextReply(chat.nextPost("incidents").ref());
        }
      }
      work.awaitAllDone();
    }
    brisk.assertNothingElse();
    stuck.assertNothingElse();
  }
}
