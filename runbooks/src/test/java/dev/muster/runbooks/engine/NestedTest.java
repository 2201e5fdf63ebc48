package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.rule.WaitsFor;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NestedTest {

  private final TestEngine engine = new TestEngine();

  private static TestRunbook outer() {
    return TestRunbook.named("outer")
        .with(Phase.STEPS, TestStep.of("in", "runbook").with("runbook", "test"), read("two"))
        .with(Phase.ALWAYS, change("clean"));
  }

  @Test
  void cancelling_ends_the_run_that_is_waited_for_too() throws Exception {
    engine.knows(outer(), TestRunbook.of(ask("go"), change("one")));
    var run = engine.worked("outer");
    var child = ((Nesting) run.state()).child();

    engine.hands.cancel(run.id(), LEAD, false);
    engine.work();

    assertThat(engine.runs.get(child).course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(engine.runs.get(run.id()).course().verdict().standing())
        .isEqualTo(Standing.CANCELLED);
    assertThat(engine.changes.acts()).containsExactly("clean");
    assertThat(engine.reads.acts()).isEmpty();
  }

  @Test
  void it_says_which_run_it_waits_for_which_may_wait_for_people() throws Exception {
    engine.knows(outer(), TestRunbook.of(ask("go")));
    assertThat(WaitsFor.words(engine.worked("outer")))
        .isEqualTo("Run 1 waits for run 2, which it started: `/runbook status 2`.");
  }

  @Test
  void a_pause_comes_when_the_run_that_is_waited_for_is_over() throws Exception {
    engine.knows(outer(), TestRunbook.of(ask("go").with("timeout", "1m"), change("one")));
    var run = engine.worked("outer");
    engine.hands.pause(run.id(), LEAD);
    engine.work();
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(Nesting.class);

    engine.advance(Duration.ofMinutes(1));
    engine.work();

    assertThat(engine.runs.get(run.id()).state().word()).isEqualTo("paused");
  }

  @Test
  void a_run_that_failed_fails_the_step_that_started_it() throws Exception {
    engine.changes.does(_ -> new Failed("no", "it is locked"));
    engine.knows(outer(), TestRunbook.of(change("one")));

    var run = engine.worked("outer");

    assertThat(run.course().verdict().words())
        .isEqualTo("in: run %s did not succeed: one: it is locked".formatted(new RunId(2)));
  }

  @Test
  void it_takes_no_longer_than_the_run_above_has_left() throws Exception {
    engine.knows(
        outer().within(Duration.ofMinutes(10)),
        TestRunbook.of(TestStep.of("rest", "wait").with("for", "1h")).within(Duration.ofHours(2)));
    var run = engine.worked("outer");

    var child = engine.runs.get(((Nesting) run.state()).child());

    assertThat(child.origin().limit()).contains(Duration.ofMinutes(10));
  }
}
