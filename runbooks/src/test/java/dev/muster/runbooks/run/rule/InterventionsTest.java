package dev.muster.runbooks.run.rule;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestRun.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Question.Confirmation;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.Wish.What;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Wished;
import dev.muster.runbooks.testing.TestRun;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InterventionsTest {

  private final TestRun begun =
      TestRun.begin(
          TestRunbook.of(TestStep.of("one", "note").undoneBy("undo"), TestStep.of("two", "note")));

  @Test
  void what_a_worker_is_at_is_only_wished_for() {
    var pause = by(begun.run()).pause();

    assertThat(pause).isInstanceOf(Wished.class);
    assertThat(wish(pause).what()).isEqualTo(What.PAUSE);
    assertThat(((Wished) pause).run().state()).isInstanceOf(Running.class);
  }

  @Test
  void a_stronger_wish_replaces_a_weaker_one() {
    var paused = ((Wished) by(begun.run()).pause()).run();
    var cancelled = ((Wished) by(paused).cancel(false)).run();

    assertThat(cancelled.course().wish().orElseThrow().what()).isEqualTo(What.CANCEL);
    assertThat(by(cancelled).pause()).isInstanceOf(Refused.class);
  }

  @Test
  void a_wish_to_pause_can_be_taken_back() {
    var paused = ((Wished) by(begun.run()).pause()).run();

    var resumed = ((Wished) by(paused).resume()).run();
    assertThat(wish(by(paused).resume()).what()).isEqualTo(What.RESUME);
    assertThat(seenTo(resumed).state()).isInstanceOf(Running.class);
    assertThat(seenTo(resumed).course().wish()).isEmpty();
    assertThat(seenTo(resumed.to(new Paused(LEAD, NOW), NOW)).state()).isInstanceOf(Running.class);
    assertThat(wish(by(resumed).pause()).what()).isEqualTo(What.PAUSE);
  }

  @Test
  void a_paused_run_goes_on_where_it_was() {
    var wish = new Wish(What.PAUSE, LEAD, NOW);
    var paused = begun.progress().wished(begun.run().wishing(Optional.of(wish)), wish);

    assertThat(paused.state()).isInstanceOf(Paused.class);
    assertThat(applied(by(paused).resume()).state()).isInstanceOf(Running.class);
  }

  @Test
  void who_is_waited_for_cancels_at_once_and_the_question_is_closed() {
    var asking = begun.asked(new Confirmation("So?"));

    var cancelled = applied(by(asking.run()).cancel(false));

    assertThat(cancelled.course().phase()).isEqualTo(Phase.ALWAYS);
    assertThat(cancelled.course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(cancelled.steps().all())
        .singleElement()
        .satisfies(step -> assertThat(step.state()).isInstanceOf(Skipped.class));
  }

  @Test
  void cancelling_may_roll_back_what_is_done() {
    var asking = begun.done().asked(new Confirmation("So?"));

    var cancelled = begun.to(applied(by(asking.run()).cancel(true)));

    assertThat(cancelled.stop().path()).hasToString("rollback.0");
  }

  @Test
  void what_needs_attention_is_retried_marked_done_skipped_or_ended() {
    var at = begun.started();
    var unclear = at.progress().unclear(at.run(), at.stop(), "cut-off", "nobody knows");

    assertThat(begun.to(applied(by(unclear).retry())).stop().path()).hasToString("steps.0");
    assertThat(begun.to(applied(by(unclear).markDone(""))).stop().path()).hasToString("steps.1");
    var skipped = begun.to(applied(by(unclear).skip("", Optional.of(begun.itinerary()))));
    assertThat(skipped.stop().path()).hasToString("steps.1");
    assertThat(skipped.run().course().verdict().standing()).isEqualTo(Standing.FAILED);
    assertThat(applied(by(unclear).abort()).course().phase()).isEqualTo(Phase.ALWAYS);
    assertThat(by(begun.run()).retry()).isInstanceOf(Refused.class);
  }

  @Test
  void nothing_more_is_done_to_a_run_that_is_over() {
    var over = begun.run().to(new Ended(NOW), NOW);

    assertThat(by(over).pause()).isInstanceOf(Refused.class);
    assertThat(by(over).cancel(true)).isInstanceOf(Refused.class);
    assertThat(by(over).retry()).isInstanceOf(Refused.class);
    assertThat(by(over).rollBack(begun.itinerary())).isInstanceOf(Refused.class);
  }

  private static Interventions by(Run run) {
    return new Interventions(run, LEAD, NOW);
  }

  private static Run applied(Ruling ruling) {
    return ((Applied) ruling).run();
  }

  private Run seenTo(Run run) {
    return begun.progress().wished(run, run.course().wish().orElseThrow());
  }

  private static Wish wish(Ruling ruling) {
    return ((Wished) ruling).run().course().wish().orElseThrow();
  }
}
