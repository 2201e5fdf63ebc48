package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.BACKEND;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.language.Concurrency;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Permissions;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Origin.Mode;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.start.Started;
import dev.muster.runbooks.template.Templates;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Runs that wait: for people, for a while, for one another, or for somebody to end them. */
class WaitingWorkTest {
  private static final StepPath FIRST = StepPath.of(Phase.STEPS, 0);
  private final TestEngine engine = new TestEngine();

  @Test
  void an_approval_waits_for_other_people_and_then_goes_on() throws Exception {
    engine.knows(
        TestRunbook.of(ask("go"), change("one"))
            .approvedBy(new Permissions.Approval(Set.of("dba"), 2, true)));
    var run = engine.worked("test");
    assertThat(run.question().orElseThrow().question())
        .isEqualTo(new Approval("Go?", Set.of("dba"), 2, true));

    engine.approve(run, BACKEND);
    engine.work();
    assertThat(engine.changes.acts()).isEmpty();
    engine.approve(run, LEAD);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.log.texts())
        .containsExactly(
            "Backend Engineer approved (1 of 2)", "Backend Engineer and Lead Engineer approved");
  }

  @Test
  void nobody_who_answers_in_time_ends_it() throws Exception {
    engine.knows(TestRunbook.of(ask("go").with("timeout", "15m"), change("one")));
    var run = engine.worked("test");

    engine.advance(Duration.ofMinutes(15));
    engine.work();

    var over = engine.runs.get(run.id());
    assertThat(over.course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(engine.changes.acts()).isEmpty();
  }

  @Test
  void a_failed_prerequisite_can_be_accepted() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("bytes", 7L), "7 bytes behind"));
    engine.knows(
        TestRunbook.of(change("one"))
            .with(
                Phase.PREREQUISITES, read("replayed").expect(_ -> false).acceptable("7 are lost")));
    var run = engine.worked("test");
    assertThat(run.question().orElseThrow().question().words())
        .isEqualTo(
            "replayed: expected computed, found 7 bytes behind. Go on all the same? 7 are lost");

    engine.hands.vote(
        run.id(),
        StepPath.of(Phase.PREREQUISITES, 0),
        new Vote(LEAD, Choice.APPROVE, engine.now(), "fine"),
        _ -> true);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void what_ends_unclear_needs_attention_and_goes_on_as_a_person_says() throws Exception {
    engine.changes.does(_ -> new Unclear("no-answer", "no answer came"));
    engine.knows(TestRunbook.of(change("one"), read("two")));

    var run = engine.worked("test");
    assertThat(run.state())
        .isEqualTo(new NeedsAttention(FIRST, "one: no answer came; nobody can tell"));
    engine.hands.markDone(run.id(), LEAD, "");
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void cancelling_interrupts_what_is_being_done() throws Exception {
    var begun = new CountDownLatch(1);
    engine.reads.does(_ -> {
      begun.countDown();
      new CountDownLatch(1).await();
      return new Done(Map.of(), "never");
    });
    engine.knows(TestRunbook.of(read("one"), change("two")).with(Phase.ALWAYS, change("clean")));
    var id = engine.start("test");
    var worker = Thread.ofVirtual().start(() -> worked(engine));

    begun.await();
    engine.hands.cancel(id, LEAD, false);
    while (worker.isAlive()) {
      engine.advance(Duration.ofSeconds(1));
      worker.join(Duration.ofMillis(50));
    }

    assertThat(engine.runs.get(id).course().verdict().standing()).isEqualTo(Standing.CANCELLED);
    assertThat(engine.changes.acts()).containsExactly("clean");
  }

  @Test
  void a_wait_holds_nothing() throws Exception {
    engine.knows(TestRunbook.of(TestStep.of("rest", "wait").with("for", "1h"), change("one")));
    var run = engine.worked("test");
    assertThat(run.due(engine.now())).contains(engine.now().plus(Duration.ofHours(1)));

    engine.advance(Duration.ofHours(1));
    engine.work();

    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  void a_wait_looks_until_what_it_reads_holds() throws Exception {
    engine.reads.does(_ -> new Done(Map.of("n", (long) engine.reads.acts().size()), ""));
    engine.knows(
        TestRunbook.of(
            TestStep.of("rest", "wait").with("uses", "read").with("until", "result.n == 3")));
    var run = engine.worked("test");
    for (var i = 0; i < 3; i++) {
      engine.advance(Duration.ofSeconds(15));
      engine.work();
    }

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.reads.acts()).hasSize(3);
  }

  @Test
  void a_nested_run_is_waited_for_and_its_end_is_the_steps() throws Exception {
    engine.knows(
        TestRunbook.named("outer")
            .with(Phase.STEPS, TestStep.of("in", "runbook").with("runbook", "test"), read("two")),
        TestRunbook.of(ask("go"), change("one")));
    var run = engine.worked("outer");
    var child = ((Nesting) run.state()).child();

    engine.approve(engine.runs.get(child), LEAD);
    engine.work();

    assertThat(engine.runs.get(run.id()).hasSucceeded()).isTrue();
    assertThat(engine.changes.acts()).containsExactly("one");
    assertThat(engine.reads.acts()).containsExactly("two");
  }

  @Test
  void runs_with_the_same_key_come_one_after_another() throws Exception {
    var key = new Concurrency(Templates.fixed("db"), OnBusy.QUEUE);
    engine.knows(TestRunbook.of(ask("go"), change("one")).with(key));
    var first = engine.worked("test");
    var second = engine.worked("test");
    assertThat(second.state()).isInstanceOf(Queued.class);

    engine.approve(first, LEAD);
    engine.work();

    assertThat(engine.runs.get(second.id()).state()).isInstanceOf(Asking.class);
  }

  @Test
  void a_run_that_is_not_to_wait_for_the_key_is_refused() throws Exception {
    var key = new Concurrency(Templates.fixed("db"), OnBusy.REJECT);
    engine.knows(TestRunbook.of(ask("go")).with(key));
    var first = engine.worked("test");

    assertThat(engine.starts.start(TestEngine.request("test", Mode.REAL)))
        .isEqualTo(new Started.Busy(first.id()));
  }

  @Test
  void a_pause_holds_the_run_before_its_next_step() throws Exception {
    engine.knows(TestRunbook.of(change("one").onFailure(OnFailure.PAUSE)));
    var id = engine.start("test");
    engine.hands.pause(id, LEAD);
    engine.work();
    assertThat(engine.changes.acts()).isEmpty();

    engine.hands.resume(id, LEAD);
    engine.work();

    assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
  }

  private static void worked(TestEngine engine) {
    try {
      engine.work();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
