package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.BACKEND;
import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkerTest {

  private static final StepPath FIRST = StepPath.of(Phase.STEPS, 0);

  private final TestEngine engine = new TestEngine();

  @Test
  void a_step_sees_what_those_before_it_came_to() throws Exception {
    engine.changes.does(attempt -> new Done(Map.of("n", 41L), "41"));
    engine.reads.does(attempt -> new Done(Map.of(), attempt.with().text("text")));
    engine.knows(
        TestRunbook.of(
            change("one").output("next", names -> (Long) in(names, "result", "n") + 1),
            read("two").with("text", names -> in(names, "steps", "one", "outputs", "next"))));

    var run = engine.worked("test");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(words(run, 1)).isEqualTo("42");
  }

  @Test
  void what_is_not_as_expected_has_failed_and_what_must_be_cleaned_up_is() throws Exception {
    engine.knows(
        TestRunbook.of(change("one").expect(_ -> false), change("two"))
            .with(Phase.ALWAYS, change("clean")));

    var run = engine.worked("test");

    assertThat(run.course().verdict().standing()).isEqualTo(Standing.FAILED);
    assertThat(engine.changes.acts()).containsExactly("one", "clean");
  }

  @Test
  void a_step_is_left_out_where_its_condition_does_not_hold() throws Exception {
    engine.knows(TestRunbook.of(change("one").onlyIf(_ -> false), change("two")));

    var run = engine.worked("test");

    assertThat(state(run, FIRST)).isInstanceOf(Skipped.class);
    assertThat(engine.changes.acts()).containsExactly("two");
  }

  @Test
  void a_failed_step_is_tried_again_after_its_pause() throws Exception {
    engine.changes.does(
        attempt -> attempt.number() < 3 ? new Failed("busy", "busy") : new Done(Map.of(), "ok"));
    engine.knows(TestRunbook.of(change("one").retry(2, Duration.ofSeconds(5))));

    var run = engine.worked("test");
    assertThat(run.state()).isInstanceOf(Sleeping.class);
    engine.advance(Duration.ofSeconds(5));
    engine.work();
    engine.advance(Duration.ofSeconds(5));
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).hasSize(3);
  }

  @Test
  void each_item_is_done_in_order() throws Exception {
    engine.reads.does(attempt -> new Done(Map.of("v", attempt.with().text("text")), ""));
    engine.knows(
        TestRunbook.of(
            read("each").forEach(_ -> List.of("a", "b")).with("text", names -> in(names, "item"))));

    var run = engine.worked("test");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(state(run, FIRST))
        .isInstanceOfSatisfying(
            StepState.Done.class,
            done ->
                assertThat(done.result())
                    .containsEntry("items", List.of(Map.of("v", "a"), Map.of("v", "b"))));
  }

  @Test
  void an_approval_waits_for_other_people_and_then_goes_on() throws Exception {
    engine.knows(
        TestRunbook.of(ask("go"), change("one"))
            .approvedBy(new Permissions.Approval(Set.of("dba"), 2, true)));
    var run = engine.worked("test");
    assertThat(run.question().orElseThrow().question())
        .isEqualTo(new Approval("Go?", Set.of("dba"), 2, true));

    vote(run, BACKEND);
    engine.work();
    assertThat(engine.changes.acts()).isEmpty();
    vote(run, LEAD);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.log.texts())
        .containsExactly(
            "Backend Engineer approved (1 of 2)", "Backend Engineer and Lead Engineer approved");
  }

  @Test
  void nobody_who_answers_in_time_ends_it() throws Exception {
    engine.knows(TestRunbook.of(ask("go").with("timeout", "15m"), change("one")));
    var run = engine.worked("test");

    engine.advance(Duration.ofMinutes(15));
    engine.work();

    var over = engine.runs.get(run.id());
    assertThat(over.course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(engine.changes.acts()).isEmpty();
  }

  @Test
  void a_failed_prerequisite_can_be_accepted() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("bytes", 7L), "7 bytes behind"));
    engine.knows(
        TestRunbook.of(change("one"))
            .with(
                Phase.PREREQUISITES, read("replayed").expect(_ -> false).acceptable("7 are lost")));
    var run = engine.worked("test");
    assertThat(run.question().orElseThrow().question().words())
        .isEqualTo(
            "replayed: expected computed, found 7 bytes behind. Go on all the same? 7 are lost");

    engine.hands.vote(
        run.id(),
        StepPath.of(Phase.PREREQUISITES, 0),
        new Vote(LEAD, Choice.APPROVE, engine.now(), "fine"),
        _ -> true);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void what_ends_unclear_needs_attention_and_goes_on_as_a_person_says() throws Exception {
    engine.changes.does(_ -> new Unclear("no-answer", "no answer came"));
    engine.knows(TestRunbook.of(change("one"), read("two")));

    var run = engine.worked("test");
    assertThat(run.state())
        .isEqualTo(new NeedsAttention(FIRST, "one: no answer came; nobody can tell"));
    engine.hands.markDone(run.id(), LEAD, "");
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void a_step_that_takes_too_long_is_interrupted() throws Exception {
    engine.changes.does(_ -> {
      engine.advance(Duration.ofMinutes(3));
      new CountDownLatch(1).await();
      return new Done(Map.of(), "never");
    });
    engine.knows(TestRunbook.of(change("one").timeout(Duration.ofMinutes(2))));

    assertThat(engine.worked("test").state()).isInstanceOf(NeedsAttention.class);
  }

  @Test
  void cancelling_interrupts_what_is_being_done() throws Exception {
    var begun = new CountDownLatch(1);
    engine.reads.does(_ -> {
      begun.countDown();
      new CountDownLatch(1).await();
      return new Done(Map.of(), "never");
    });
    engine.knows(TestRunbook.of(read("one"), change("two")).with(Phase.ALWAYS, change("clean")));
    var id = engine.start("test");
    var worker = Thread.ofVirtual().start(() -> worked(engine));

    begun.await();
    engine.hands.cancel(id, LEAD, false);
    while (worker.isAlive()) {
      engine.advance(Duration.ofSeconds(1));
      worker.join(Duration.ofMillis(50));
    }

    assertThat(engine.runs.get(id).course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(engine.changes.acts()).containsExactly("clean");
  }

  @Test
  void a_wait_holds_nothing() throws Exception {
    engine.knows(TestRunbook.of(TestStep.of("rest", "wait").with("for", "1h"), change("one")));
    var run = engine.worked("test");
    assertThat(run.due(engine.now())).contains(engine.now().plus(Duration.ofHours(1)));

    engine.advance(Duration.ofHours(1));
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void a_wait_looks_until_what_it_reads_holds() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("n", (long) engine.reads.acts().size()), ""));
    engine.knows(
        TestRunbook.of(
            TestStep.of("rest", "wait").with("uses", "read").with("until", "result.n == 3")));
    var run = engine.worked("test");
    for (var i = 0; i < 3; i++) {
      engine.advance(Duration.ofSeconds(15));
      engine.work();
    }

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).hasSize(3);
  }

  @Test
  void a_nested_run_is_waited_for_and_its_end_is_the_steps() throws Exception {
    engine.knows(
        TestRunbook.named("outer")
            .with(Phase.STEPS, TestStep.of("in", "runbook").with("runbook", "test"), read("two")),
        TestRunbook.of(ask("go"), change("one")));
    var run = engine.worked("outer");
    var child = ((Nesting) run.state()).child();

    vote(engine.runs.get(child), LEAD);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).containsExactly("one");
    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void cancelling_and_rolling_back_undoes_what_is_done_last_first() throws Exception {
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"), change("two").undoneBy("undo"), ask("go")));
    var run = engine.worked("test");

    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("two", "one");
    assertThat(engine.runs.get(run.id()).course().verdict().standing())
        .isEqualTo(Standing.CANCELLED);
  }

  @Test
  void a_dry_run_changes_nothing() throws Exception {
    engine.knows(
        TestRunbook.of(ask("go"), change("one").with("text", "the door"), read("two"))
            .with(Phase.ALWAYS, change("clean")));
    var started = (Started.Begun) engine.starts.start(TestEngine.request("test", Mode.DRY));

    engine.work();

    var run = engine.runs.get(started.run().id());
    assertThat(run.hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).isEmpty();
    assertThat(engine.reads.acts()).containsExactly("two");
    assertThat(words(run, 1)).isEqualTo("would do: change the door");
  }

  @Test
  void runs_with_the_same_key_come_one_after_another() throws Exception {
    var key = new Concurrency(Templates.fixed("db"), OnBusy.QUEUE);
    engine.knows(TestRunbook.of(ask("go"), change("one")).with(key));
    var first = engine.worked("test");
    var second = engine.worked("test");
    assertThat(second.state()).isInstanceOf(Queued.class);

    vote(first, LEAD);
    engine.work();

    assertThat(engine.runs.get(second.id()).state()).isInstanceOf(Asking.class);
  }

  @Test
  void a_run_that_is_not_to_wait_for_the_key_is_refused() throws Exception {
    var key = new Concurrency(Templates.fixed("db"), OnBusy.REJECT);
    engine.knows(TestRunbook.of(ask("go")).with(key));
    var first = engine.worked("test");

    assertThat(engine.starts.start(TestEngine.request("test", Mode.REAL)))
        .isEqualTo(new Started.Busy(first.id()));
  }

  @Test
  void its_time_is_over_when_the_limit_comes_and_it_cleans_up() throws Exception {
    engine.knows(
        TestRunbook.of(TestStep.of("rest", "wait").with("for", "2h"))
            .with(Phase.ALWAYS, change("clean"))
            .within(Duration.ofHours(1)));
    var run = engine.worked("test");

    engine.advance(Duration.ofHours(1));
    engine.work();

    assertThat(engine.runs.get(run.id()).course().verdict().words())
        .isEqualTo("it took longer than 1 h");
    assertThat(engine.changes.acts()).containsExactly("clean");
  }

  @Test
  void no_secret_leaves_the_engine() throws Exception {
    engine.keeps("TOKEN", "hunter2hunter2");
    engine.changes.does(attempt -> {
      var secret = attempt.with().text("text");
      attempt.output().line("using " + secret);
      return new Done(Map.of("echo", List.of(secret)), "with " + secret);
    });
    engine.reads.does(attempt -> new Failed("no", "refused " + "hunter2hunter2"));
    engine.knows(
        TestRunbook.of(
                change("one")
                    .with("text", names -> in(names, "inputs", "token"))
                    .output("again", names -> in(names, "result", "echo")),
                read("two"))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));

    var run = engine.worked("test");

    assertThat(run.toString()).contains("•••").doesNotContain("hunter2");
    assertThat(engine.log.texts()).containsExactly("using •••");
  }

  @Test
  void output_without_end_is_cut_and_that_is_said() throws Exception {
    engine.reads.does(attempt -> {
      for (var i = 0; i < 30_000; i++) {
        attempt.output().line("line " + i);
      }
      return new Done(Map.of(), "");
    });
    engine.knows(TestRunbook.of(read("one")));

    engine.worked("test");

    assertThat(engine.log.texts()).hasSize(20_001);
    assertThat(engine.log.texts().getLast()).startsWith("10,000 more lines were left out");
  }

  @Test
  void a_result_without_end_is_cut() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("text", "x".repeat(1_000_000)), ""));
    engine.knows(TestRunbook.of(read("one")));

    var done = (StepState.Done) state(engine.worked("test"), FIRST);

    assertThat(done.result()).containsEntry("cut", true);
    assertThat(done.result().get("text").toString()).hasSizeLessThan(270_000);
  }

  @Test
  void a_pause_holds_the_run_before_its_next_step() throws Exception {
    engine.knows(TestRunbook.of(change("one").onFailure(OnFailure.PAUSE)));
    var id = engine.start("test");
    engine.hands.pause(id, LEAD);
    engine.work();
    assertThat(engine.changes.acts()).isEmpty();

    engine.hands.resume(id, LEAD);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
  }

  @Test
  void a_run_rests_whose_kinds_of_steps_are_gone() throws Exception {
    engine.knows(TestRunbook.of(TestStep.of("one", "gone")));

    assertThat(engine.worked("test").state()).isInstanceOf(Paused.class);
    assertThat(engine.log.texts()).singleElement().asString().contains("cannot read the runbook");
  }

  @Test
  void a_changed_runbook_changes_no_run_that_has_begun() throws Exception {
    engine.knows(TestRunbook.of(ask("go"), change("old")));
    var run = engine.worked("test");
    engine.knows(TestRunbook.of(ask("go"), change("new")));

    vote(run, LEAD);
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("old");
  }

  private void vote(Run run, Who who) {
    var path = ((Asking) run.state()).step();
    engine.hands.vote(
        run.id(), path, new Vote(who, Choice.APPROVE, engine.now(), ""), it -> !it.equals(DEVOPS));
  }

  private static void worked(TestEngine engine) {
    try {
      engine.work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static TestStep ask(String id) {
    return TestStep.of(id, "approve").with("message", "Go?");
  }

  static TestStep change(String id) {
    return TestStep.of(id, "change");
  }

  static TestStep read(String id) {
    return TestStep.of(id, "read");
  }

  private static StepState state(Run run, StepPath path) {
    return run.steps().find(path).orElseThrow().state();
  }

  private static String words(Run run, int step) {
    return ((StepState.Settled) state(run, StepPath.of(Phase.STEPS, step))).words();
  }

  private static Object in(Map<String, ?> names, String... path) {
    Object at = names;
    for (var name : path) {
      at = ((Map<?, ?>) at).get(name);
    }
    return at;
  }
}
