package dev.muster.runbooks.run.rule;

import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestRun.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.testing.TestRun;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItineraryTest {

  private static final Failed REFUSED = new Failed(NOW, "refused", "the door is shut");

  @Test
  void steps_come_in_the_order_of_the_file_and_then_the_other_parts() {
    var at =
        TestRun.begin(
            TestRunbook.of(step("one"), step("two"))
                .with(Phase.PREREQUISITES, step("check"))
                .with(Phase.VERIFICATION, step("verify"))
                .with(Phase.ALWAYS, step("clean")));

    assertThat(at.stop().step().id()).isEqualTo("check");
    at = at.done().intoNextPhase();
    assertThat(at.stop().path()).hasToString("steps.0");
    at = at.done();
    assertThat(at.stop().path()).hasToString("steps.1");
    at = at.done().intoNextPhase();
    assertThat(at.stop().path()).hasToString("verification.0");
    at = at.done().intoNextPhase();
    assertThat(at.stop().path()).hasToString("always.0");
    at = at.done();
    assertThat(at.to(at.progress().phaseOver(at.run())).run().hasSucceeded()).isTrue();
  }

  @Test
  void the_items_of_a_step_come_one_by_one() {
    var at = TestRun.begin(TestRunbook.of(step("each").forEach(_ -> List.of())));
    at = at.to(at.progress().forEach(at.run(), at.stop(), List.of("a", "b")));

    assertThat(at.stop().path()).hasToString("steps.0[0]");
    at = at.done();
    assertThat(at.stop().path()).hasToString("steps.0[1]");
    at = at.done();
    assertThat(at.stop().isWhole()).isTrue();
  }

  @Test
  void what_was_done_is_undone_last_first_and_never_past_a_point_of_no_return() {
    var at =
        TestRun.begin(
            TestRunbook.of(
                step("before").undoneBy("undo"),
                step("promote").pointOfNoReturn().undoneBy("undo"),
                step("after").undoneBy("undo"),
                step("nothing"),
                step("last").undoneBy("undo"),
                step("never").undoneBy("undo")));
    at = at.done().done().done().done().done();

    assertThat(at.itinerary().undoable(at.run()))
        .extracting(StepPath::toString)
        .containsExactly("steps.4", "steps.2");
  }

  @Test
  void a_failed_step_ends_the_run_and_never_green() {
    var at = TestRun.begin(TestRunbook.of(step("one"), step("two")));
    at = at.to(at.progress().failed(at.run(), at.stop(), REFUSED, at.itinerary())).intoNextPhase();

    assertThat(at.run().course().phase()).isEqualTo(Phase.ALWAYS);
    var over = at.progress().phaseOver(at.run());
    assertThat(over.isOver()).isTrue();
    assertThat(over.hasSucceeded()).isFalse();
    assertThat(over.course().verdict().words()).isEqualTo("one: the door is shut");
  }

  @Test
  void a_run_that_goes_on_after_a_failure_does_not_end_green() {
    var at = TestRun.begin(TestRunbook.of(step("one").onFailure(OnFailure.CONTINUE), step("two")));
    at = at.to(at.progress().failed(at.run(), at.stop(), REFUSED, at.itinerary()));

    assertThat(at.stop().step().id()).isEqualTo("two");
    at = at.done().intoNextPhase();
    assertThat(at.progress().phaseOver(at.run()).course().verdict().standing())
        .isEqualTo(Standing.FAILED);
  }

  @Test
  void a_failed_prerequisite_stops_the_run_untouched() {
    var at =
        TestRun.begin(
            TestRunbook.of(step("one"))
                .with(Phase.PREREQUISITES, step("check"))
                .with(Phase.ALWAYS, step("clean")));

    var over = at.progress().failed(at.run(), at.stop(), REFUSED, at.itinerary());

    assertThat(over.state()).isInstanceOf(Ended.class);
    assertThat(over.steps().all()).hasSize(1);
  }

  @Test
  void undoing_that_fails_is_shown_and_waits_for_a_person() {
    var at = TestRun.begin(TestRunbook.of(step("one").undoneBy("undo"), step("two")));
    at = at.done();
    at = at.to(at.progress().failed(at.run(), at.stop(), REFUSED, at.itinerary())).intoNextPhase();
    var over = at.progress().phaseOver(at.run());
    at = at.to(((Applied) new Interventions(over, DEVOPS, NOW).rollBack(at.itinerary())).run());

    assertThat(at.stop().path()).hasToString("rollback.0");
    var failed = at.progress().failed(at.run(), at.stop(), REFUSED, at.itinerary());
    assertThat(failed.state())
        .isEqualTo(new NeedsAttention(at.stop().path(), "Undo: one: the door is shut"));
  }

  @Test
  void the_clock_stands_while_people_are_waited_for() {
    var at = TestRun.begin(TestRunbook.of(step("one")).within(Duration.ofMinutes(10)));
    assertThat(at.run().deadline()).contains(NOW.plusSeconds(600));

    var asking = at.progress().asking(at.run(), at.stop().path());
    assertThat(asking.isOutOfTime(NOW.plusSeconds(6000))).isFalse();
    var later = new Progress(NOW.plusSeconds(6000)).awake(asking);
    assertThat(later.deadline()).contains(NOW.plusSeconds(6600));
  }

  @Test
  void a_run_is_due_when_what_it_sleeps_for_or_its_limit_comes() {
    var at = TestRun.begin(TestRunbook.of(step("one")).within(Duration.ofMinutes(10)));
    var soon = new Outcome.Again(NOW.plusSeconds(5), Map.of(), "not yet");
    var late = new Outcome.Again(NOW.plusSeconds(5000), Map.of(), "not yet");

    assertThat(at.progress().again(at.run(), at.stop(), NOW, soon).due(NOW))
        .contains(NOW.plusSeconds(5));
    assertThat(at.progress().again(at.run(), at.stop(), NOW, late).due(NOW))
        .contains(NOW.plusSeconds(600));
  }

  private static TestStep step(String id) {
    return TestStep.of(id, "note");
  }
}
