package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody clicks Pause while a step is being done. */
class PauseTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void what_ended_unclear_meanwhile_still_needs_attention() throws Exception {
    engine.changes.does(attempt -> paused(attempt, new Unclear("lost", "no answer")));
    engine.knows(TestRunbook.of(change("one"), read("two")));

    var run = engine.worked("test");

    assertThat(run.state()).isInstanceOf(NeedsAttention.class);
    assertThat(run.course().wish()).isEmpty();
    assertThat(engine.reads.acts()).isEmpty();
  }

  @Test
  void what_failed_meanwhile_still_needs_attention() throws Exception {
    engine.changes.does(attempt -> paused(attempt, new Failed("no", "refused")));
    engine.knows(TestRunbook.of(change("one").onFailure(OnFailure.PAUSE), read("two")));

    assertThat(engine.worked("test").state()).isInstanceOf(NeedsAttention.class);
  }

  @Test
  void a_run_that_ended_meanwhile_has_ended() throws Exception {
    engine.changes.does(attempt -> paused(attempt, new Done(Map.of(), "done")));
    engine.knows(TestRunbook.of(change("one")));

    var run = engine.worked("test");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(run.course().wish()).isEmpty();
  }

  @Test
  void the_next_step_is_not_begun_and_no_attempt_of_it_is_counted() throws Exception {
    engine.changes.does(attempt -> paused(attempt, new Done(Map.of(), "done")));
    engine.knows(TestRunbook.of(change("one"), read("two"), read("three")));
    var run = engine.worked("test");
    assertThat(run.state()).isInstanceOf(Paused.class);
    assertThat(engine.reads.acts()).isEmpty();

    engine.hands.resume(run.id(), LEAD);
    engine.work();

    assertThat(engine.reads.acts()).containsExactly("two", "three");
    assertThat(attempts(engine.runs.get(run.id()), 1)).isEqualTo(1);
  }

  /** The worker has seen the wish to pause and writes that it paused, when somebody resumes. */
  @Test
  void a_resume_that_meets_the_pause_on_its_way_is_not_lost() throws Exception {
    for (var write = 1; write <= 4; write++) {
      var raced = new TestEngine();
      raced.changes.does(attempt -> {
        raced.hands.pause(new RunId(attempt.run()), LEAD);
        return new Done(Map.of(), "done");
      });
      raced.knows(TestRunbook.of(change("one"), read("two"), read("three")));
      var id = raced.start("test");
      raced.runs.atWrite(write, () -> raced.hands.resume(id, LEAD));

      raced.work();
      if (raced.runs.get(id).state() instanceof Paused) {
        raced.hands.resume(id, LEAD);
        raced.work();
      }

      assertThat(raced.runs.get(id).hasSucceeded()).as("resumed at write %d", write).isTrue();
      assertThat(raced.changes.acts()).containsExactly("one");
      assertThat(raced.reads.acts()).containsExactly("two", "three");
    }
  }

  @Test
  void who_resumes_while_the_pause_is_being_written_has_the_run_go_on() throws Exception {
    engine.changes.does(attempt -> paused(attempt, new Done(Map.of(), "done")));
    engine.knows(TestRunbook.of(change("one"), read("two")));
    var id = engine.start("test");
    engine.runs.atWrite(3, () -> engine.hands.resume(id, LEAD));

    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void what_is_looked_at_again_is_looked_at_with_its_memory() throws Exception {
    var seen = new ArrayList<Map<String, Object>>();
    engine.changes.does(attempt -> {
      seen.add(attempt.memory());
      return attempt.memory().isEmpty()
          ? new Again(engine.now().plus(Duration.ofSeconds(5)), Map.of("job", "7"), "not yet")
          : new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one")));
    var run = engine.worked("test");
    engine.hands.pause(run.id(), LEAD);
    engine.advance(Duration.ofSeconds(5));
    engine.hands.resume(run.id(), LEAD);
    engine.work();

    assertThat(seen).isEqualTo(List.of(Map.of(), Map.of("job", "7")));
    assertThat(attempts(engine.runs.get(run.id()), 0)).isEqualTo(1);
  }

  private Outcome paused(Attempt attempt, Outcome outcome) {
    if (attempt.step().equals("one")) {
      engine.hands.pause(new RunId(attempt.run()), LEAD);
    }
    return outcome;
  }

  private static int attempts(Run run, int step) {
    return run.steps().find(StepPath.of(Phase.STEPS, step)).orElseThrow().attempts();
  }
}
