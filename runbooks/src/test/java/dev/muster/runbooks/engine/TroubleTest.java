package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What goes wrong around a step neither stops a run in silence nor has a step done wrongly. */
class TroubleTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void an_error_of_musters_own_is_for_a_person_to_decide() throws Exception {
    engine.knows(TestRunbook.of(change("one").with("text", _ -> broken()), read("two")));

    var run = engine.worked("test");
    assertThat(run.state()).isInstanceOf(NeedsAttention.class);
    engine.hands.skip(run.id(), LEAD, "by hand");
    engine.work();

    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void what_a_check_could_not_find_does_not_keep_people_from_accepting_it() throws Exception {
    engine.reads.does(_ -> new Failed("unreachable", "no route to it"));
    var check = read("replayed").acceptable(_ -> nothing());
    engine.knows(TestRunbook.of(change("one")).with(Phase.PREREQUISITES, check));

    var run = engine.worked("test");

    assertThat(run.state()).isInstanceOf(Asking.class);
    assertThat(run.question().orElseThrow().question().words())
        .isEqualTo("replayed: no route to it. Go on all the same?");
  }

  @Test
  void a_log_that_is_away_takes_no_result_with_it() throws Exception {
    engine.log.breaks(true);
    engine.changes.does(attempt -> {
      for (var i = 0; i < 20_000; i++) {
        attempt.output().line("line " + i);
      }
      engine.log.breaks(false);
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one")));

    assertThat(engine.worked("test").hasSucceeded()).isTrue();
    assertThat(engine.log.texts()).hasSize(5_001);
    assertThat(engine.log.texts().getLast()).startsWith("15,000 more lines were left out");
  }

  @Test
  void what_a_step_says_counts_over_all_its_looks_and_what_is_too_much_is_told_once()
      throws Exception {
    engine.reads.does(attempt -> {
      for (var i = 0; i < 4_000; i++) {
        attempt.output().line("line " + i);
      }
      return engine.reads.acts().size() < 8
          ? new Again(engine.now(), Map.of(), "not yet")
          : new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(read("one")));

    assertThat(engine.worked("test").hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).hasSize(8);
    assertThat(engine.log.texts()).hasSize(20_001);
    assertThat(engine.log.texts().getLast()).startsWith("4,000 more lines were left out");
  }

  @Test
  void what_is_too_large_to_be_remembered_is_told_and_nothing_is_done_twice() throws Exception {
    engine.changes.does(
        _ -> new Again(engine.now(), Map.of("all", "x".repeat(300 * 1024)), "not yet"));
    engine.knows(TestRunbook.of(change("one")));

    assertThat(engine.worked("test").state())
        .isInstanceOfSatisfying(
            NeedsAttention.class, it -> assertThat(it.words()).contains("too large to be kept"));
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void what_stands_in_place_of_a_secret_is_never_taken_for_it() throws Exception {
    engine.keeps("TOKEN", "hunter2hunter2");
    engine.reads.does(_ -> new Done(Map.of("password", "hunter2hunter2"), "found"));
    engine.knows(
        TestRunbook.of(
                read("look").output("password", names -> result(names).get("password")),
                change("use").with("text", names -> "as " + outputs(names, "look").get("password")))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));

    var run = engine.worked("test");

    assertThat(engine.changes.acts()).isEmpty();
    assertThat(run.course().verdict().words())
        .startsWith("use: text would be ••• in place of a secret");
  }

  @Test
  void people_are_asked_in_words_in_which_a_secret_was_covered() throws Exception {
    engine.keeps("TOKEN", "hunter2hunter2");
    engine.knows(
        TestRunbook.of(TestStep.ask("go").with("message", "Is ••• still good?"))
            .with(new Input("token", new Input.Type.Secret("TOKEN"), true, null, "")));

    assertThat(engine.worked("test").state()).isInstanceOf(Asking.class);
  }

  private static Map<?, ?> result(Map<String, ?> names) {
    return (Map<?, ?>) names.get("result");
  }

  private static Map<?, ?> outputs(Map<String, ?> names, String step) {
    var of = (Map<?, ?>) ((Map<?, ?>) names.get("steps")).get(step);
    return (Map<?, ?>) of.get("outputs");
  }

  @Test
  void a_list_that_could_not_be_had_is_asked_for_again_and_each_item_done_once() throws Exception {
    var asked = new AtomicInteger();
    engine.changes.does(attempt -> new Done(Map.of("v", attempt.with().text("text")), ""));
    engine.knows(
        TestRunbook.of(
            change("each")
                .forEach(_ -> asked.incrementAndGet() == 1 ? nothing() : List.of("a", "b"))
                .with("text", names -> names.get("item"))
                .output("v", names -> ((Map<?, ?>) names.get("result")).get("v"))
                .retry(1, Duration.ZERO)));

    var run = engine.worked("test");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).hasSize(2);
    assertThat(run.steps().find(StepPath.of(Phase.STEPS, 0)).orElseThrow().isDone()).isTrue();
  }

  @Test
  void a_condition_that_could_not_be_told_is_asked_again_before_anything_is_done()
      throws Exception {
    var asked = new AtomicInteger();
    engine.knows(
        TestRunbook.of(
            change("one")
                .onlyIf(_ -> asked.incrementAndGet() == 1 ? nothing() : (Object) false)
                .retry(1, Duration.ZERO)));

    assertThat(engine.worked("test").hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).isEmpty();
  }

  @Test
  void a_runbook_that_cannot_be_read_any_more_has_the_run_wait() throws Exception {
    engine.knows(TestRunbook.of(read("one")));
    var id = engine.start("test");
    var kept = engine.forgets();
    engine.work();
    assertThat(engine.runs.get(id).state()).isInstanceOf(Paused.class);

    engine.pin(kept);
    engine.hands.resume(id, LEAD);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
  }

  @Test
  void a_run_whose_runbook_cannot_be_read_can_be_cancelled() throws Exception {
    engine.knows(TestRunbook.of(read("one")).with(Phase.ALWAYS, read("clean")));
    var id = engine.start("test");
    engine.forgets();
    engine.work();

    engine.hands.cancel(id, LEAD, false);
    engine.work();

    assertThat(engine.runs.get(id).isOver()).isTrue();
    assertThat(engine.runs.get(id).hasSucceeded()).isFalse();
  }

  private static Object broken() {
    throw new IllegalStateException("a mistake within Muster");
  }

  private static Object nothing() {
    throw new Unevaluable("there is no such thing yet");
  }
}
