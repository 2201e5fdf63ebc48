package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.start.Request;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRun;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs that other runs start. */
class ChildrenTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void cancelling_reaches_what_was_started_and_waits_for_its_end() throws Exception {
    engine.reads.does(attempt -> {
      var parent = new RunId(1);
      assertThat(engine.runs.get(parent).state()).isInstanceOf(Nesting.class);
      return new Done(Map.of(), "clean");
    });
    engine.knows(
        TestRunbook.named("top").with(Phase.STEPS, change("one").undoneBy("undo"), start("test")),
        TestRunbook.of(ask("go")).with(Phase.ALWAYS, read("clean")));
    var top = engine.worked("top");

    engine.hands.cancel(top.id(), LEAD, true);
    engine.work();

    assertThat(engine.reads.acts()).containsExactly("clean");
    assertThat(engine.undoes.acts()).containsExactly("one");
    assertThat(engine.runs.get(top.id()).course().verdict().standing())
        .isEqualTo(Standing.CANCELLED);
  }

  @Test
  void a_wish_that_comes_before_the_run_is_started_reaches_it() throws Exception {
    engine.knows(
        TestRunbook.named("top").with(Phase.STEPS, start("middle")),
        TestRunbook.named("middle").with(Phase.STEPS, start("test")),
        TestRunbook.of(ask("go"), change("one")));
    var id = engine.start("top");
    engine.runs.atWrite(2, () -> engine.hands.cancel(id, LEAD, false));
    engine.work();

    assertThat(engine.runs.get(id).isOver()).isTrue();
    assertThat(engine.runs.all())
        .hasSizeBetween(2, 3)
        .allSatisfy(run -> assertThat(run.isOver()).isTrue());
  }

  @Test
  void a_run_does_not_wait_for_a_key_that_one_above_it_has() throws Exception {
    var key = new Concurrency(Templates.fixed("db"), OnBusy.QUEUE);
    engine.knows(
        TestRunbook.named("top").with(Phase.STEPS, start("middle")).with(key),
        TestRunbook.named("middle").with(Phase.STEPS, start("test")),
        TestRunbook.of(change("one")).with(key));

    assertThat(engine.worked("top").hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void a_key_may_name_the_alert_that_the_run_above_is_for() throws Exception {
    var key =
        new Concurrency(
            TestStep.computed(names -> ((Map<?, ?>) names.get("alert")).get("name")), OnBusy.QUEUE);
    engine.knows(
        TestRunbook.named("top").with(Phase.STEPS, start("test")),
        TestRunbook.of(ask("go")).with(key));
    var request =
        new Request(
            "top",
            Map.of(),
            TestRun.DEVOPS,
            Mode.REAL,
            Map.of("alert", Map.of("name", "DiskFull")),
            Optional.empty());

    var top = ((Started.Begun) engine.starts.start(request)).run().id();
    engine.work();

    var child = ((Nesting) engine.runs.get(top).state()).child();
    assertThat(engine.runs.get(child).state()).isInstanceOf(Asking.class);
    assertThat(engine.runs.get(child).origin().key()).contains("DiskFull");
  }

  private static TestStep start(String runbook) {
    return TestStep.of("in-" + runbook, "runbook").with("runbook", runbook);
  }
}
