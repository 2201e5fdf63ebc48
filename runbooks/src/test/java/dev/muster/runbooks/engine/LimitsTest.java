package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How long a step may take, and how much of it is kept. */
class LimitsTest {

  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final TestEngine engine = new TestEngine();

  @Test
  void what_is_done_again_after_a_stop_has_all_its_time_again() throws Exception {
    var began = new ArrayList<Instant>();
    engine.changes.does(attempt -> {
      began.add(attempt.started());
      engine.advance(Duration.ofHours(1));
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one").idempotent().timeout(LIMIT)));
    var id = engine.start("test");
    engine.runs.breakAt(2, false);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
    assertThat(began).hasSize(2);
    assertThat(began.getLast()).isEqualTo(began.getFirst().plus(Duration.ofHours(1)));
  }

  @Test
  void the_time_of_a_step_is_also_that_of_its_question() throws Exception {
    engine.knows(TestRunbook.of(ask("go").timeout(LIMIT)));

    assertThat(due(engine.worked("test"))).isEqualTo(LIMIT);
  }

  @Test
  void the_time_of_a_step_is_also_that_of_the_run_that_it_starts() throws Exception {
    engine.knows(
        TestRunbook.named("top")
            .with(Phase.STEPS, TestStep.of("in", "runbook").with("runbook", "test").timeout(LIMIT)),
        TestRunbook.of(ask("go")));

    var child = ((Nesting) engine.worked("top").state()).child();

    assertThat(engine.runs.get(child).origin().limit()).contains(LIMIT);
  }

  @Test
  void nothing_is_waited_for_past_the_time_of_its_step() throws Exception {
    engine.reads.does(_ -> new Again(engine.now().plus(Duration.ofHours(1)), Map.of(), "not yet"));
    engine.knows(TestRunbook.of(read("one").timeout(LIMIT)));

    assertThat(due(engine.worked("test"))).isEqualTo(LIMIT);
  }

  @Test
  void outputs_and_words_without_end_are_cut() throws Exception {
    var much = "x".repeat(1_000_000);
    engine.reads.does(_ -> new Done(Map.of(), much));
    engine.knows(TestRunbook.of(read("one").output("much", _ -> much)));

    var done = (StepState.Done) first(engine.worked("test"));

    assertThat(done.outputs().get("much").toString()).hasSizeLessThan(270_000);
    assertThat(done.words()).hasSizeLessThan(5_000);
  }

  @Test
  void items_share_what_can_be_kept() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("text", "x".repeat(200_000)), ""));
    engine.knows(TestRunbook.of(read("each").forEach(_ -> List.of("a", "b", "c", "d"))));

    var run = engine.worked("test");

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(run.steps().items(StepPath.of(Phase.STEPS, 0)))
        .hasSize(4)
        .allSatisfy(item ->
            assertThat(((StepState.Done) item.state()).result().toString())
                .hasSizeLessThan(70_000));
  }

  @Test
  void items_that_cannot_be_kept_are_not_begun() throws Exception {
    var large = "x".repeat(100_000);
    engine.knows(TestRunbook.of(change("each").forEach(_ -> Collections.nCopies(5, large))));

    assertThat(first(engine.worked("test"))).isInstanceOf(Failed.class);
    assertThat(engine.changes.acts()).isEmpty();
  }

  private Duration due(Run run) {
    return Duration.between(engine.now(), run.due(engine.now()).orElseThrow());
  }

  private static StepState first(Run run) {
    return run.steps().find(StepPath.of(Phase.STEPS, 0)).orElseThrow().state();
  }
}
