package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Again;
import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What happened, or may have, is neither done twice nor forgotten when it is undone. */
class DoubtTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void what_happened_and_is_not_good_is_not_repeated_and_can_be_undone() throws Exception {
    engine.knows(TestRunbook.of(spoiled("one").undoneBy("undo")));
    var run = engine.worked("test");
    assertThat(engine.changes.acts()).containsExactly("one");

    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("one");
  }

  @Test
  void what_happened_and_is_not_good_is_still_a_point_of_no_return() throws Exception {
    engine.knows(TestRunbook.of(change("one").undoneBy("undo"), spoiled("two").pointOfNoReturn()));
    var run = engine.worked("test");

    assertThat(engine.hands.rollBack(run.id(), LEAD)).get().isInstanceOf(Refused.class);
  }

  @Test
  void what_could_be_repeated_and_never_answered_is_in_doubt_when_it_comes_to_undoing()
      throws Exception {
    engine.changes.does(_ -> new Unclear("lost", "no answer"));
    engine.knows(TestRunbook.of(change("one").idempotent().undoneBy("undo")));
    var run = engine.worked("test");

    engine.hands.rollBack(run.id(), LEAD);
    engine.work();
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(NeedsAttention.class);
    engine.hands.markDone(run.id(), LEAD, "it is there");
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("one");
  }

  @Test
  void what_did_not_get_ready_in_its_time_is_not_begun_anew() throws Exception {
    notReady();
    engine.knows(
        TestRunbook.of(
            change("one").timeout(Duration.ofMinutes(1)).retry(3, Duration.ofSeconds(1))));
    var run = engine.worked("test");

    for (var i = 0; i < 20; i++) {
      engine.advance(Duration.ofSeconds(5));
      engine.work();
    }

    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(NeedsAttention.class);
    assertThat(engine.runs.get(run.id()).steps().in(Phase.STEPS).getFirst().attempts())
        .isEqualTo(1);
  }

  @Test
  void what_was_begun_is_settled_before_anything_before_it_is_undone() throws Exception {
    engine.knows(promotion());
    var run = cancelledWhileItPromotes();

    assertThat(engine.runs.get(run).state()).isInstanceOf(NeedsAttention.class);
    assertThat(engine.undoes.acts()).isEmpty();
    assertThat(engine.hands.retry(run, LEAD)).get().isInstanceOf(Refused.class);
    engine.hands.skip(run, LEAD, "it did not");
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("one");
  }

  @Test
  void nothing_is_undone_past_what_turns_out_to_have_happened() throws Exception {
    engine.knows(promotion());
    var run = cancelledWhileItPromotes();

    engine.hands.markDone(run, LEAD, "it did");
    engine.work();

    assertThat(engine.runs.get(run).isOver()).isTrue();
    assertThat(engine.undoes.acts()).isEmpty();
  }

  @Test
  void undoing_and_cleaning_up_are_not_cut_off() throws Exception {
    var answers = new ArrayList<Optional<Ruling>>();
    engine.undoes.does(attempt -> {
      answers.add(engine.hands.cancel(new RunId(attempt.run()), LEAD, true));
      return new Done(Map.of(), "undone");
    });
    engine.reads.does(attempt -> {
      answers.add(engine.hands.cancel(new RunId(attempt.run()), LEAD, false));
      return new Done(Map.of(), "clean");
    });
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"), change("two").undoneBy("undo"), ask())
            .with(Phase.ALWAYS, read("clean"), read("last")));
    var run = engine.worked("test");
    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();

    assertThat(answers)
        .hasSize(4)
        .allSatisfy(it -> assertThat(it).get().isInstanceOf(Refused.class));
    assertThat(engine.undoes.acts()).containsExactly("two", "one");
    assertThat(engine.reads.acts()).containsExactly("clean", "last");
  }

  @Test
  void what_is_left_to_undo_can_be_undone_later() throws Exception {
    engine.undoes.does(attempt ->
        attempt.step().equals("two") ? new Failed("no", "locked") : new Done(Map.of(), "undone"));
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"), change("two").undoneBy("undo"), ask()));
    var run = engine.worked("test");
    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();
    assertThat(engine.hands.rollBack(run.id(), LEAD)).get().isInstanceOf(Refused.class);
    engine.hands.abort(run.id(), LEAD);
    engine.work();
    assertThat(engine.runs.get(run.id()).isOver()).isTrue();

    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("two", "one");
  }

  @Test
  void that_a_step_can_be_repeated_says_nothing_of_what_undoes_it() throws Exception {
    engine.undoes.does(_ -> new Unclear("lost", "no answer"));
    engine.knows(
        TestRunbook.of(change("one").idempotent().retry(2, Duration.ZERO).undoneBy("undo"), ask()));
    var run = engine.worked("test");

    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("one");
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(NeedsAttention.class);
  }

  @Test
  void what_does_not_stop_is_not_done_a_second_time() throws Exception {
    var end = new CountDownLatch(1);
    engine.changes.does(_ -> {
      engine.advance(Duration.ofMinutes(3));
      return stubborn(end);
    });
    engine.changes.looks(_ -> new Reconciled.DidNot("it is not there"));
    engine.knows(
        TestRunbook.of(change("one").timeout(Duration.ofMinutes(2)).retry(2, Duration.ZERO)));

    var run = engine.worked("test");
    end.countDown();

    assertThat(run.state()).isInstanceOf(NeedsAttention.class);
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  private RunId cancelledWhileItPromotes() throws InterruptedException {
    engine.changes.does(attempt ->
        attempt.step().equals("promote")
            ? new Again(engine.now().plusSeconds(5), Map.of(), "not yet")
            : new Done(Map.of(), "done"));
    var run = engine.worked("test");
    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();
    return run.id();
  }

  private void notReady() {
    engine.changes.does(_ -> new Again(engine.now().plusSeconds(5), Map.of(), "not yet"));
  }

  private static TestRunbook promotion() {
    return TestRunbook.of(change("one").undoneBy("undo"), change("promote").pointOfNoReturn());
  }

  private static TestStep spoiled(String id) {
    return change(id).expect(_ -> false).retry(2, Duration.ZERO);
  }

  private static TestStep ask() {
    return TestStep.ask("go");
  }

  private static Done stubborn(CountDownLatch end) {
    while (true) {
      try {
        end.await();
        return new Done(Map.of(), "late");
      } catch (InterruptedException e) {
        // As a driver that does not heed it.
      }
    }
  }
}
