package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.Message;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThreadReplyTest {

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());
  private final TestWork work = new TestWork(replica);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);
  private final Gate gate = new Gate();
  private TestWorker worker;

  @BeforeEach
  void start() {
    worker = TestWorker.start(replica, chat);
  }

  @AfterEach
  void close() {
    gate.open();
    worker.close();
    replica.close();
  }

  private void say(IncidentId incident, String key, String text) {
    replica
        .database()
        .inTransaction(
            () -> replica.posts().append(new ThreadReply(incident, key, Message.of(text))));
  }

  private FakeChat.Sent openIncident(String title) {
    work.open(title);
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    return post;
  }

  @Test
  void a_reply_waits_for_its_root() {
    chat.holdAt(gate);
    work.open("cpu");
    gate.awaitSomebody();
    chat.assertNothingElse();

    gate.open();

    var post = chat.nextPost("incidents");
    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("Details of cpu");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_reply_does_not_ask_for_its_root_all_the_time() {
    chat.holdAt(gate);
    work.open("cpu");
    gate.awaitSomebody();
    replica
        .database()
        .with(handle ->
            handle.execute(
                "update scheduled_tasks set execution_time = now(), consecutive_failures = 6"
                    + " where task_name = 'thread-reply'"));

    await().until(() -> secondsUntilReply() > 30);

    gate.open();
    chat.nextReply(chat.nextPost("incidents").ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void replies_keep_their_order_when_one_of_them_is_refused() {
    var post = openIncident("cpu");
    chat.refuseNext(2);

    for (var i = 1; i <= 5; i++) {
      say(new IncidentId(1), "1:z" + (9 - i), "reply " + i);
      work.leaveOut(new IncidentId(1), i);
    }

    for (var i = 1; i <= 5; i++) {
      assertThat(chat.nextReply(post.ref()).text()).isEqualTo("reply " + i);
    }
    work.awaitAllDone();
    chat.awaitVersion(post.ref(), replica.count("select version from incident"));
    chat.assertNothingElse();
  }

  @Test
  void a_reply_that_is_committed_while_the_older_one_ends_is_not_left_asleep() {
    var post = openIncident("cpu");
    chat.holdAt(gate);
    say(new IncidentId(1), "1:older", "older");
    gate.awaitSomebody();

    replica
        .database()
        .inTransaction(() -> {
          replica
              .database()
              .with(handle -> handle.execute("update incident set version = version + 1"));
          replica
              .posts()
              .append(new ThreadReply(new IncidentId(1), "1:newer", Message.of("newer")));
          gate.open();
          await().pollInSameThread().until(this::somebodyWaitsForTheLock);
        });

    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("older");
    await()
        .until(() ->
            replica.count(
                    "select count(*) from scheduled_tasks where task_name ="
                        + " 'thread-reply' and execution_time > now() + interval '2 seconds'")
                == 0);
    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("newer");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  /** Of the transaction that asks. */
  private boolean somebodyWaitsForTheLock() {
    return replica.count(
            "select count(*) from pg_locks where not granted"
                + " and transactionid = cast(pg_current_xact_id() as xid)")
        > 0;
  }

  private long secondsUntilReply() {
    return replica.count(
        "select cast(extract(epoch from execution_time - now()) as bigint) from scheduled_tasks"
            + " where task_name = 'thread-reply'");
  }

  @Test
  void a_reply_that_is_refused_is_said_later_and_once() {
    var post = openIncident("cpu");
    chat.refuseNext(2);

    say(new IncidentId(1), "1:hello", "hello");

    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("hello");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_reply_whose_answer_was_lost_is_said_once() {
    var post = openIncident("cpu");
    chat.loseNextAnswers(1);

    say(new IncidentId(1), "1:hello", "hello");

    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("hello");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_reply_that_waits_is_not_said_twice_when_it_is_asked_for_again() {
    var post = openIncident("cpu");
    chat.holdAt(gate);
    say(new IncidentId(1), "1:hello", "hello");
    gate.awaitSomebody();
    say(new IncidentId(1), "1:hello", "hello");

    gate.open();

    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("hello");
    work.awaitAllDone();
    chat.assertNothingElse();
  }
}
