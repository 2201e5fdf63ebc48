package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Nobody goes round an approval or a prerequisite. */
class GuardTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void an_approval_that_nobody_gave_is_asked_for_again_and_not_passed() throws Exception {
    var question = ask("go").with("timeout", "15m").with("onTimeout", "pause");
    engine.knows(TestRunbook.of(question, change("one")));
    var run = engine.worked("test");
    engine.advance(Duration.ofMinutes(15));
    engine.work();
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(NeedsAttention.class);

    assertThat(engine.hands.markDone(run.id(), DEVOPS, "")).get().isInstanceOf(Refused.class);
    assertThat(engine.hands.skip(run.id(), DEVOPS, "")).get().isInstanceOf(Refused.class);
    engine.hands.retry(run.id(), DEVOPS);
    engine.work();

    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(Asking.class);
    assertThat(engine.changes.acts()).isEmpty();
  }

  @Test
  void a_prerequisite_of_which_nothing_is_known_is_not_passed() throws Exception {
    engine.changes.does(_ -> new Unclear("lost", "no answer"));
    engine.knows(TestRunbook.of(read("one")).with(Phase.PREREQUISITES, change("ready")));
    var run = engine.worked("test");

    assertThat(engine.hands.skip(run.id(), DEVOPS, "")).get().isInstanceOf(Refused.class);
    assertThat(engine.hands.markDone(run.id(), DEVOPS, "")).get().isInstanceOf(Refused.class);
    assertThat(engine.hands.abort(run.id(), DEVOPS)).get().isInstanceOf(Ruling.Applied.class);
    engine.work();

    assertThat(engine.runs.get(run.id()).isOver()).isTrue();
    assertThat(engine.reads.acts()).isEmpty();
  }

  @Test
  void an_approval_that_cannot_be_asked_for_ends_the_run_whatever_its_failing_means()
      throws Exception {
    var question = ask("go").with("message", _ -> nothing()).onFailure(OnFailure.CONTINUE);
    engine.knows(TestRunbook.of(question, change("one")));

    var run = engine.worked("test");

    assertThat(run.course().verdict().standing()).isEqualTo(Standing.FAILED);
    assertThat(run.isOver()).isTrue();
    assertThat(engine.changes.acts()).isEmpty();
  }

  private static Object nothing() {
    throw new Unevaluable("there is no such step");
  }
}
