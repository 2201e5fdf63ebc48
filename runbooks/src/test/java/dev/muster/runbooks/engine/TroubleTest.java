package dev.muster.runbooks.engine;

import static dev.muster.runbooks.engine.WorkerTest.change;
import static dev.muster.runbooks.engine.WorkerTest.read;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
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
