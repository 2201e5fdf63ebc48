package dev.muster.integrations.postgres.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.TestWorker;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshPostTest {

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

  @Test
  void an_incident_is_posted_once_and_its_details_follow_in_the_thread() {
    work.open("cpu");

    var post = chat.nextPost("incidents");
    assertThat(post.text()).contains("P1 · cpu · api");
    assertThat(chat.nextReply(post.ref()).text()).isEqualTo("Details of cpu");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_change_is_shown_by_an_edit() {
    var incident = work.open("cpu");
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    work.awaitAllDone();

    var version = work.acknowledge(incident);

    assertThat(chat.awaitVersion(post.ref(), version).message().blocks().toString())
        .contains("ACKNOWLEDGED", "DevOps Engineer");
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  /** The row of the first refresh is there while it runs, so the second adds none. */
  @Test
  void a_refresh_that_is_asked_for_during_a_refresh_is_not_lost() {
    chat.holdAt(gate);
    var incident = work.open("cpu");
    gate.awaitSomebody();

    var version = work.acknowledge(incident);
    gate.open();

    var post = chat.nextPost("incidents");
    assertThat(post.version()).isLessThan(version);
    assertThat(chat.awaitVersion(post.ref(), version).text()).contains("cpu");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_storm_of_changes_becomes_few_edits_of_which_the_last_shows_the_end() {
    var incident = work.open("cpu");
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());

    var version = 0L;
    for (var i = 1; i <= 50; i++) {
      version = work.leaveOut(incident, i);
    }

    var last = chat.awaitVersion(post.ref(), version);
    assertThat(last.message().blocks().toString()).contains("50 more left out");
    work.awaitAllDone();
    assertThat(chat.edits(post.ref())).isBetween(1, 5);
    chat.assertNothingElse();
  }

  @Test
  void what_was_rolled_back_is_never_done() {
    assertThatThrownBy(() ->
            replica
                .database()
                .inTransaction(() -> {
                  work.open("never");
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");
    work.open("cpu");

    var post = chat.nextPost("incidents");
    assertThat(post.text()).contains("cpu");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void what_is_not_yet_committed_is_not_done() {
    replica
        .database()
        .inTransaction(() -> {
          work.open("slow");
          try (var other = replica.sibling()) {
            var elsewhere = new TestWork(other);
            elsewhere.open("fast");
            var post = chat.nextPost("incidents");
            assertThat(post.text()).contains("fast");
            chat.nextReply(post.ref());
            elsewhere.awaitAllDone();
          }
          chat.assertNothingElse();
        });

    var post = chat.nextPost("incidents");
    assertThat(post.text()).contains("slow");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_chat_that_refuses_is_asked_again_later_and_gets_the_post_once() {
    chat.refuseNext(2);
    work.open("cpu");
    await()
        .until(() ->
            replica.count(
                    "select coalesce(max(consecutive_failures), 0) from scheduled_tasks"
                        + " where task_name = 'refresh-post'")
                >= 1);

    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_post_whose_answer_was_lost_is_posted_once() {
    chat.loseNextAnswers(1);
    work.open("cpu");

    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void a_post_whose_answer_was_lost_shows_what_happened_before_it_was_asked_again() {
    chat.loseNextAnswers(1);
    var incident = work.open("cpu");
    var lost = chat.nextPost("incidents");

    var version = work.acknowledge(incident);

    await().until(() -> chat.shown(lost.ref()).version() == version);
    chat.nextPost("incidents");
    chat.nextReply(lost.ref());
    work.awaitAllDone();
    chat.assertNothingElse();
  }

  @Test
  void an_edit_whose_answer_was_lost_is_asked_again() {
    var incident = work.open("cpu");
    var post = chat.nextPost("incidents");
    chat.nextReply(post.ref());
    work.awaitAllDone();
    chat.loseNextAnswers(1);

    var version = work.acknowledge(incident);

    chat.awaitVersion(post.ref(), version);
    work.awaitAllDone();
    chat.awaitVersion(post.ref(), version);
    chat.assertNothingElse();
  }

  @Test
  void work_for_an_incident_that_is_not_there_ends() {
    replica
        .database()
        .with(handle ->
            handle.execute(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " version) values ('refresh-post', '999/fake', now(), false, 1)"));

    work.awaitAllDone();
    chat.assertNothingElse();
  }
}
