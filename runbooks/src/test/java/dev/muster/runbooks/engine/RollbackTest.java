package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Failed;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollbackTest {

  private final TestEngine engine = new TestEngine();

  @Test
  void a_failed_verification_marks_the_run_and_it_can_be_rolled_back() throws Exception {
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"))
            .with(Phase.VERIFICATION, read("works").expect(_ -> false))
            .with(Phase.ALWAYS, read("clean")));
    var run = engine.worked("test");
    assertThat(run.course().verdict().standing()).isEqualTo(Standing.FAILED);

    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("one");
    assertThat(engine.reads.acts()).containsExactly("works", "clean");
    assertThat(engine.runs.get(run.id()).isOver()).isTrue();
    assertThat(engine.hands.rollBack(run.id(), LEAD).orElseThrow())
        .isInstanceOf(Ruling.Refused.class);
  }

  @Test
  void a_run_undoes_what_it_did_by_itself_where_its_runbook_says_so() throws Exception {
    engine.knows(
        TestRunbook.of(
                change("one").undoneBy("undo"),
                change("two").undoneBy("undo"),
                read("three").expect(_ -> false).onFailure(OnFailure.ROLLBACK))
            .with(Phase.ALWAYS, read("clean")));

    var run = engine.worked("test");

    assertThat(engine.undoes.acts()).containsExactly("two", "one");
    assertThat(engine.reads.acts()).containsExactly("three", "clean");
    assertThat(run.isOver()).isTrue();
    assertThat(run.course().verdict().standing()).isEqualTo(Standing.FAILED);
  }

  @Test
  void behind_a_point_of_no_return_a_person_says_whether_anything_is_undone() throws Exception {
    engine.knows(
        TestRunbook.of(
            change("one").undoneBy("undo"),
            change("promote").pointOfNoReturn(),
            change("two").undoneBy("undo"),
            read("three").expect(_ -> false).onFailure(OnFailure.ROLLBACK)));

    var run = engine.worked("test");
    assertThat(run.state())
        .isInstanceOfSatisfying(
            NeedsAttention.class,
            it ->
                assertThat(it.words())
                    .endsWith("Nothing was rolled back: the run is past a point of no return"));
    assertThat(engine.undoes.acts()).isEmpty();
    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("two");
  }

  @Test
  void a_run_whose_time_is_over_undoes_what_it_did_where_its_step_says_so() throws Exception {
    engine.changes.does(_ -> {
      engine.advance(Duration.ofMinutes(20));
      return new Done(Map.of(), "done");
    });
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"), read("two").onFailure(OnFailure.ROLLBACK))
            .within(Duration.ofMinutes(10)));

    var run = engine.worked("test");

    assertThat(engine.reads.acts()).isEmpty();
    assertThat(engine.undoes.acts()).containsExactly("one");
    assertThat(run.course().verdict().standing()).isEqualTo(Standing.FAILED);
  }

  @Test
  void a_dry_run_has_nothing_to_undo() throws Exception {
    engine.knows(
        TestRunbook.of(
            change("one").undoneBy("undo"),
            read("two").expect(_ -> false).onFailure(OnFailure.ROLLBACK)));
    var begun = engine.starts.start(TestEngine.request("test", Mode.DRY));
    engine.work();

    var run = engine.runs.get(((Started.Begun) begun).run().id());
    assertThat(run.steps().in(Phase.ROLLBACK)).isEmpty();
    assertThat(run.isOver()).isTrue();
  }

  @Test
  void what_is_in_doubt_is_settled_by_a_person_before_anything_is_undone() throws Exception {
    engine.changes.does(attempt ->
        attempt.step().equals("two")
            ? new Unclear("lost", "no answer")
            : new Done(Map.of(), "done"));
    engine.knows(TestRunbook.of(change("one").undoneBy("undo"), change("two").undoneBy("undo")));
    var run = engine.worked("test");

    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();
    assertThat(engine.runs.get(run.id()).state()).isInstanceOf(NeedsAttention.class);
    assertThat(engine.undoes.acts()).isEmpty();
    engine.hands.markDone(run.id(), LEAD, "it is there");
    engine.work();

    assertThat(engine.undoes.acts()).containsExactly("two", "one");
    assertThat(engine.runs.get(run.id()).isOver()).isTrue();
  }

  @Test
  void rolling_back_what_is_in_doubt_is_refused_until_that_is_settled() throws Exception {
    engine.changes.does(attempt ->
        attempt.step().equals("two")
            ? new Unclear("lost", "no answer")
            : new Done(Map.of(), "done"));
    engine.knows(
        TestRunbook.of(change("one").undoneBy("undo"), change("two").undoneBy("undo"), ask("go")));
    var run = engine.worked("test");

    var ruling = engine.hands.rollBack(run.id(), LEAD);

    assertThat(ruling)
        .get()
        .isInstanceOfSatisfying(
            Ruling.Refused.class,
            refused ->
                assertThat(refused.words())
                    .startsWith(
                        "Nothing is rolled back yet. Whether step 2, two, happened must be known"
                            + " first: Mark done or Skip"));
    assertThat(engine.runs.get(run.id())).isEqualTo(run);
    engine.hands.markDone(run.id(), LEAD, "it is there");
    engine.work();
    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();
    assertThat(engine.undoes.acts()).containsExactly("two", "one");
  }

  @Test
  void what_ended_in_doubt_is_asked_about_before_it_is_said_to_be_rolled_back() throws Exception {
    engine.changes.does(_ -> new Unclear("lost", "no answer"));
    engine.knows(TestRunbook.of(change("one").undoneBy("undo")));
    var run = engine.worked("test");
    engine.hands.abort(run.id(), LEAD);
    engine.work();
    assertThat(engine.runs.get(run.id()).isOver()).isTrue();

    var ruling = engine.hands.rollBack(run.id(), LEAD).orElseThrow();

    assertThat(ruling)
        .isInstanceOfSatisfying(
            Ruling.Applied.class,
            it -> {
              assertThat(it.words())
                  .isEqualTo(
                      "Lead Engineer wants it rolled back: whether step 1, one, happened must be"
                          + " known first");
              assertThat(it.run().state()).isInstanceOf(NeedsAttention.class);
            });
    assertThat(((Ruling.Refused) engine.hands.rollBack(run.id(), LEAD).orElseThrow()).words())
        .endsWith("Mark done or Skip, then it is rolled back.");
    engine.hands.markDone(run.id(), LEAD, "it is there");
    engine.work();
    assertThat(engine.undoes.acts()).containsExactly("one");
  }

  @Test
  void undoing_that_fails_is_shown_and_can_be_tried_again() throws Exception {
    engine.undoes.does(_ ->
        engine.undoes.acts().size() == 1
            ? new Failed("locked", "the door is locked")
            : new Done(Map.of(), "undone"));
    engine.knows(TestRunbook.of(change("one").undoneBy("undo"), ask("go")));
    var run = engine.worked("test");
    engine.hands.cancel(run.id(), LEAD, true);
    engine.work();
    assertThat(engine.runs.get(run.id()).state())
        .isInstanceOfSatisfying(
            NeedsAttention.class,
            it -> assertThat(it.words()).isEqualTo("Undo: one: the door is locked"));

    engine.hands.retry(run.id(), LEAD);
    engine.work();

    assertThat(engine.undoes.acts()).hasSize(2);
    assertThat(engine.runs.get(run.id()).isOver()).isTrue();
  }

  @Test
  void what_ended_it_is_told_before_what_somebody_skipped() throws Exception {
    engine.changes.does(_ -> new Failed("refused", "It said no."));
    engine.knows(
        TestRunbook.of(
            change("purge").onFailure(OnFailure.PAUSE),
            read("warm").expect(_ -> false).onFailure(OnFailure.ROLLBACK)));
    var run = engine.worked("test");

    engine.hands.skip(run.id(), LEAD, "not needed");
    engine.work();

    assertThat(words(run)).startsWith("warm: ").endsWith("; purge was skipped by Lead Engineer");
    assertThat(engine.runs.get(run.id()).course().verdict().standing()).isEqualTo(Standing.FAILED);
  }

  @Test
  void what_is_skipped_of_undoing_is_told_by_its_name() throws Exception {
    engine.undoes.does(_ -> new Failed("locked", "The door is locked."));
    engine.knows(TestRunbook.of(change("one").undoneBy("undo"), read("two").expect(_ -> false)));
    var run = engine.worked("test");
    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    engine.hands.skip(run.id(), LEAD, "by hand");
    engine.work();

    assertThat(words(run)).endsWith("; Undo: one was skipped by Lead Engineer");
  }

  @Test
  void who_had_it_rolled_back_is_said_of_its_end_once_it_is_so() throws Exception {
    engine.knows(
        TestRunbook.of(
            change("one").undoneBy("undo"),
            read("two").expect(_ -> false).onFailure(OnFailure.PAUSE)));
    var run = engine.worked("test");

    engine.hands.rollBack(run.id(), LEAD);
    assertThat(words(run)).isEqualTo("Lead Engineer wants it rolled back");
    engine.work();

    assertThat(words(run)).isEqualTo("rolled back by Lead Engineer");
  }

  @Test
  void what_could_not_be_undone_is_not_said_to_be_rolled_back() throws Exception {
    engine.undoes.does(_ -> new Failed("locked", "The door is locked."));
    engine.knows(TestRunbook.of(change("one").undoneBy("undo"), read("two").expect(_ -> false)));
    var run = engine.worked("test");
    var failed = words(run);
    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    engine.hands.abort(run.id(), LEAD);
    engine.work();

    assertThat(words(run))
        .isEqualTo(failed + "; Undo: one: The door is locked; Lead Engineer ended it");
  }

  private String words(Run run) {
    return engine.runs.get(run.id()).course().verdict().words();
  }

  @Test
  void the_items_of_a_step_are_undone_last_first() throws Exception {
    engine.undoes.does(attempt -> new Done(Map.of(), attempt.with().text("text")));
    engine.knows(
        TestRunbook.of(
            change("each")
                .forEach(_ -> List.of("a", "b"))
                .with("text", names -> names.get("item"))
                .undoneBy("undo"),
            change("last").onFailure(OnFailure.PAUSE).expect(_ -> false)));
    var run = engine.worked("test");

    engine.hands.rollBack(run.id(), LEAD);
    engine.work();

    assertThat(engine.runs.get(run.id()).steps().in(Phase.ROLLBACK))
        .extracting(step -> step.path().toString())
        .containsExactly("rollback.0[0]", "rollback.0[1]");
    assertThat(engine.undoes.acts()).hasSize(2);
    assertThat(engine.runs.get(run.id()).hasSucceeded()).isFalse();
  }
}
