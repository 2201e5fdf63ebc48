package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Settled;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dry run knows nothing of what it leaves out, and does not hold that against the runbook. */
class DryRunTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void what_needs_the_result_of_what_is_left_out_is_told_of() throws Exception {
    var run =
        dry(
            TestRunbook.of(
                change("one").output("file", DryRunTest::unknown),
                read("two").with("text", DryRunTest::unknown),
                read("three").onlyIf(DryRunTest::unknown),
                read("four").forEach(DryRunTest::unknown),
                ask("five").with("message", DryRunTest::unknown)));

    assertThat(run.hasSucceeded()).as(run.toString()).isTrue();
    assertThat(engine.changes.acts()).isEmpty();
    assertThat(engine.reads.acts()).isEmpty();
    assertThat(words(run)).allMatch(it -> it.startsWith("would ") || it.startsWith("depends on"));
  }

  @Test
  void what_is_expected_of_a_world_that_was_left_as_it_is_is_not_judged() throws Exception {
    var run =
        dry(TestRunbook.of(change("one")).with(Phase.VERIFICATION, read("two").expect(_ -> false)));

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(words(run).getLast()).startsWith("not judged in a dry run: expected computed");
  }

  @Test
  void what_is_expected_before_anything_is_left_out_has_to_hold() throws Exception {
    var run = dry(TestRunbook.of(read("one").expect(_ -> false), change("two")));

    assertThat(run.hasSucceeded()).isFalse();
  }

  @Test
  void what_nobody_left_out_has_to_be_there() throws Exception {
    assertThat(dry(TestRunbook.of(read("one").with("text", DryRunTest::unknown))).hasSucceeded())
        .isFalse();
  }

  @Test
  void what_a_look_shows_to_be_impossible_fails_and_is_not_done() throws Exception {
    engine.changes.cannot("there is no such table");

    var run = dry(TestRunbook.of(change("one")));

    assertThat(run.hasSucceeded()).isFalse();
    assertThat(words(run)).containsExactly("there is no such table");
    assertThat(engine.changes.acts()).isEmpty();
  }

  @Test
  void what_may_be_possible_once_the_rest_is_done_is_told_of() throws Exception {
    engine.changes.cannot("there is no such table");

    var run = dry(TestRunbook.of(ask("go"), change("one")));

    assertThat(run.hasSucceeded()).isTrue();
    assertThat(words(run).getLast()).startsWith("would do");
  }

  private Run dry(TestRunbook runbook) throws InterruptedException {
    engine.knows(runbook);
    var started = (Started.Begun) engine.starts.start(TestEngine.request("test", Mode.DRY));
    engine.work();
    return engine.runs.get(started.run().id());
  }

  private static List<String> words(Run run) {
    return run.steps().all().stream()
        .map(StepRecord::state)
        .map(state -> state instanceof Settled settled ? settled.words() : state.toString())
        .toList();
  }

  private static Object unknown(Map<String, ?> names) {
    throw new Unevaluable("nobody knows: " + names.keySet());
  }
}
