package dev.muster.runbooks.start;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandsTest {

  private static final StepPath FIRST = StepPath.of(Phase.STEPS, 0);

  private final TestEngine engine = new TestEngine();

  @Test
  void a_click_on_an_earlier_attempt_does_nothing() throws Exception {
    engine.changes.does(_ -> new Unclear("lost", "no answer"));
    engine.knows(TestRunbook.of(TestStep.of("one", "change"), TestStep.of("two", "change")));
    var run = engine.worked("test");
    engine.hands.seeing(FIRST, 1).retry(run.id(), LEAD);
    engine.work();

    assertThat(engine.hands.seeing(FIRST, 1).markDone(run.id(), LEAD, ""))
        .get()
        .isInstanceOf(Refused.class);
    assertThat(engine.hands.seeing(FIRST, 2).markDone(run.id(), LEAD, ""))
        .get()
        .isInstanceOf(Applied.class);
    engine.work();
    assertThat(engine.hands.seeing(FIRST, 2).skip(run.id(), LEAD, ""))
        .get()
        .isInstanceOf(Refused.class);
  }

  @Test
  void an_answer_counts_until_the_time_for_it_is_over() throws Exception {
    engine.knows(
        TestRunbook.of(TestStep.of("go", "approve").with("message", "Go?").with("timeout", "15m")));
    var run = engine.worked("test");

    engine.advance(Duration.ofMinutes(15));

    assertThat(vote(run)).get().isInstanceOf(Refused.class);
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(Asking.class);
  }

  private Optional<Ruling> vote(Run run) {
    var vote = new Vote(LEAD, Choice.APPROVE, engine.now(), "");
    return engine.hands.vote(run.id(), FIRST, vote, _ -> true);
  }
}
