package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    engine.approve(run, LEAD);
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("old");
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
