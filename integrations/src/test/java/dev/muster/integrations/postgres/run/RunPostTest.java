package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Place;
import dev.muster.integrations.postgres.run.post.PostgresRunPosts;
import dev.muster.integrations.postgres.work.TestWork;
import dev.muster.integrations.testing.FakeChat;
import dev.muster.integrations.testing.FakeChat.Sent;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Vote;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs in a chat that fails the test on whatever is said twice. */
class RunPostTest {

  private static final Duration IN_TIME = Duration.ofSeconds(20);

  private final InstantSource clock = InstantSource.system();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestShowing showing = new TestShowing(replica, TestReplica.PLATFORM);
  private final FakeChat chat = new FakeChat(TestReplica.PLATFORM);

  @AfterEach
  void close() throws Exception {
    chat.assertNothingElse();
    showing.runs().close();
    replica.close();
  }

  private Sent awaitLatest(Sent post, RunId run) {
    await("all shown").atMost(IN_TIME).until(() -> showing.left() == 0);
    return chat.awaitVersion(post.ref(), showing.wanted(run));
  }

  @Test
  void a_run_is_one_message_that_is_edited_and_its_end_is_told_below() throws Exception {
    var run = showing.startIn("look");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      assertThat(post.text()).isEqualTo("A test · begins (run " + run + ")");

      showing.runs().worker().work(run);

      assertThat(awaitLatest(post, run).text()).startsWith("A test · done in ");
      assertThat(chat.nextReply(post.ref()).text()).startsWith("Run " + run + ", A test: done in ");
    }
  }

  @Test
  void a_run_is_found_by_the_thread_below_its_message_even_when_it_is_over() throws Exception {
    var run = showing.startIn("look");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      showing.runs().worker().work(run);
      chat.nextReply(post.ref());
      awaitLatest(post, run);

      assertThat(runAt(post.ref().channel(), post.ref().message())).contains(run);
      assertThat(runAt("elsewhere", post.ref().message())).isEmpty();
      assertThat(runAt(post.ref().channel(), post.ref().message() + "1")).isEmpty();
    }
  }

  private Optional<RunId> runAt(String channel, String thread) {
    return new PostgresRunPosts(replica.database(), clock)
        .runAt(new Place(TestReplica.PLATFORM, channel, Optional.of(thread)));
  }

  @Test
  void however_much_a_step_says_there_is_an_edit_every_two_seconds_and_the_last_says_all() {
    var run = showing.startIn("look");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      var begin = System.nanoTime();
      IntStream.range(0, 300).forEach(number -> say(run, "line " + number));
      var last = awaitLatest(post, run);
      var seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();

      assertThat(last.message().blocks().toString())
          .contains("line 299")
          .doesNotContain("line 294");
      assertThat((long) chat.edits(post.ref())).isBetween(1L, 2 + seconds / 2);
    }
  }

  private void say(RunId run, String text) {
    showing.log().append(run, List.of(new Line(clock.instant(), Source.OUTPUT, "steps.0", text)));
  }

  @Test
  void a_question_calls_people_once_and_its_answer_is_one_edit_without_buttons() throws Exception {
    var run = showing.startIn("asks");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      showing.runs().worker().work(run);

      var call = chat.nextReply(post.ref());
      assertThat(call.text()).contains("waits for approval at step 1", "Go?");
      assertThat(call.message().blocks().toString()).contains("Mention", "Lead Engineer");

      showing.runs().approve(run, TestRuns.LEAD);
      assertAnswered(chat.awaitVersion(call.ref(), 2));
      showing.runs().worker().work(run);
      assertThat(chat.nextReply(post.ref()).text()).contains("done in");
      assertThat(awaitLatest(post, run).message().blocks())
          .anySatisfy(block -> assertThat(block.toString()).contains("Lead Engineer approved"));
      assertThat(chat.edits(call.ref())).isEqualTo(1);
    }
  }

  @Test
  void in_the_thread_of_an_incident_it_does_too() throws Exception {
    var work = new TestWork(replica);
    var incident = work.open("cpu");
    try (var _ = showing.show(chat)) {
      var root = chat.nextPost("incidents");
      chat.nextReply(root.ref());
      work.awaitAllDone();
      var run = showing.startIn("asks", incident.value());
      var shown = chat.nextReply(root.ref());
      showing.runs().worker().work(run);
      var call = chat.nextReply(root.ref());

      showing.runs().approve(run, TestRuns.LEAD);

      assertAnswered(chat.awaitVersion(call.ref(), 2));
      showing.runs().worker().work(run);
      chat.nextReply(root.ref());
      awaitLatest(shown, run);
    }
  }

  @Test
  void what_is_said_only_after_it_was_answered_shows_that() throws Exception {
    var run = showing.startIn("asks");
    showing.runs().worker().work(run);
    showing.runs().approve(run, TestRuns.LEAD);
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      var call = chat.nextReply(post.ref());
      assertAnswered(chat.awaitVersion(call.ref(), 2));
    }
  }

  private static void assertAnswered(Sent call) {
    assertThat(call.text()).endsWith("Lead Engineer approved.");
    assertThat(call.message().blocks()).noneMatch(Block.Buttons.class::isInstance);
  }

  @Test
  void a_run_of_an_incident_is_shown_and_told_in_its_thread() throws Exception {
    var work = new TestWork(replica);
    var incident = work.open("cpu");
    try (var _ = showing.show(chat)) {
      var root = chat.nextPost("incidents");
      chat.nextReply(root.ref());
      work.awaitAllDone();
      var run = showing.startIn("look", incident.value());
      var shown = chat.nextReply(root.ref());
      assertThat(shown.text()).contains("begins (run " + run + ")");

      showing.runs().worker().work(run);

      assertThat(chat.nextReply(root.ref()).text()).startsWith("Run " + run + ", A test: done in ");
      assertThat(awaitLatest(shown, run).message().blocks().getFirst())
          .isInstanceOf(Block.Heading.class);
      assertThat(replica.count("select count(*) from timeline_entry where kind = 'RUNBOOK'"))
          .isEqualTo(2);
    }
  }

  @Test
  void who_approved_stands_in_the_timeline_once_however_often_it_is_clicked() throws Exception {
    var work = new TestWork(replica);
    var run = showing.startIn("asks", work.open("cpu").value());
    showing.runs().worker().work(run);

    assertThatThrownBy(() -> replica.database().inTransaction(() -> thenKilled(run)))
        .hasMessage("killed");
    assertThat(timeline()).noneMatch(it -> it.contains("Approved"));
    approve(run);
    approve(run);
    showing.runs().worker().work(run);

    assertThat(timeline())
        .filteredOn(it -> it.contains("Approved"))
        .containsExactly("Approved run " + run + " at step 1, Go · Lead Engineer");
  }

  private void approve(RunId run) {
    var vote = new Vote(TestRuns.LEAD, Vote.Choice.APPROVE, clock.instant(), "");
    showing.runs().hands().vote(run, StepPath.of(Phase.STEPS, 0), vote, _ -> true);
  }

  private Object thenKilled(RunId run) {
    approve(run);
    throw new IllegalStateException("killed");
  }

  private List<String> timeline() {
    return replica
        .database()
        .with(handle ->
            handle
                .createQuery(
                    "select text || ' · ' || actor_name from timeline_entry order by at, id")
                .mapTo(String.class)
                .list());
  }

  @Test
  void a_message_whose_answer_was_lost_is_posted_once() {
    chat.loseNextAnswers(1);
    var run = showing.startIn("look");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      assertThat(awaitLatest(post, run).text()).contains("begins");
    }
  }

  @Test
  void an_edit_that_is_refused_comes_later() throws Exception {
    var run = showing.startIn("look");
    try (var _ = showing.show(chat)) {
      var post = chat.nextPost(TestShowing.OPS);
      chat.refuseNext(2);
      showing.runs().worker().work(run);
      assertThat(chat.nextReply(post.ref()).text()).contains("done in");
      assertThat(awaitLatest(post, run).text()).contains("done in");
    }
  }

  @Test
  void two_replicas_show_each_run_once() throws Exception {
    try (var sibling = replica.sibling();
        var _ = showing.show(chat);
        var _ = new TestShowing(sibling, TestReplica.PLATFORM).show(chat)) {
      var runs = IntStream.range(0, 8).mapToObj(_ -> showing.startIn("look")).toList();
      var posts = runs.stream().map(_ -> chat.nextPost(TestShowing.OPS)).toList();
      for (var run : runs) {
        showing.runs().worker().work(run);
      }
      for (var post : posts) {
        assertThat(chat.nextReply(post.ref()).text()).contains("done in");
      }
      await("all shown").atMost(IN_TIME).until(() -> showing.left() == 0);
      posts.forEach(post -> {
        var version = chat.shown(post.ref()).version();
        assertThat(chat.awaitVersion(post.ref(), version).text()).contains("done in");
      });
    }
  }

  @Test
  void a_run_that_talks_nowhere_is_shown_nowhere() throws Exception {
    var run = showing.runs().start("look");
    showing.runs().worker().work(run);
    assertThat(replica.count("select count(*) from run_post")).isZero();
    assertThat(showing.left()).isZero();
  }
}
