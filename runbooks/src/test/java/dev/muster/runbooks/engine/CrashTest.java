package dev.muster.runbooks.engine;

import static dev.muster.runbooks.testing.TestRun.DEVOPS;
import static dev.muster.runbooks.testing.TestRun.LEAD;
import static dev.muster.runbooks.testing.TestStep.ask;
import static dev.muster.runbooks.testing.TestStep.change;
import static dev.muster.runbooks.testing.TestStep.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.kind.Outcome.Done;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState.Settled;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.testing.TestEngine;
import dev.muster.runbooks.testing.TestRunbook;
import dev.muster.runbooks.testing.TestStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The process is gone at each of its writes, before or after that is kept, and comes again. */
class CrashTest {

  private static final int MOST_WRITES = 30;

  @Test
  void a_changing_step_is_never_repeated_by_itself() throws Exception {
    everywhere(
        engine -> engine.knows(TestRunbook.of(change("one"), change("two"), change("three"))),
        (engine, id) -> {
          assertThat(engine.changes.acts()).doesNotHaveDuplicates();
          var run = engine.runs.get(id);
          assertThat(run.hasSucceeded() || run.state() instanceof NeedsAttention).isTrue();
          settle(engine, id);
          assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
        });
  }

  @Test
  void a_reading_or_idempotent_step_is_done_again_and_the_run_goes_on() throws Exception {
    everywhere(
        engine ->
            engine.knows(TestRunbook.of(read("one"), change("two").idempotent(), read("three"))),
        (engine, id) -> {
          assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
          assertThat(engine.reads.acts()).contains("one", "three");
          assertThat(engine.changes.acts()).contains("two");
        });
  }

  @Test
  void a_step_that_can_be_looked_after_is_done_once_and_nobody_is_asked() throws Exception {
    everywhere(
        engine -> {
          engine.changes.looks(attempt ->
              engine.changes.acts().contains(attempt.step())
                  ? new Reconciled.Happened(new Done(Map.of(), "it had happened"))
                  : new Reconciled.DidNot("it had not"));
          engine.knows(TestRunbook.of(change("one"), change("two")));
        },
        (engine, id) -> {
          assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
          assertThat(engine.changes.acts()).containsExactly("one", "two");
        });
  }

  @Test
  void waits_approvals_and_nested_runs_come_through() throws Exception {
    everywhere(
        engine ->
            engine.knows(
                TestRunbook.named("inner").with(Phase.STEPS, read("deep")),
                TestRunbook.of(
                    TestStep.of("rest", "wait").with("for", "1m"),
                    ask("go"),
                    TestStep.of("in", "runbook").with("runbook", "inner"),
                    read("last"))),
        (engine, id) -> {
          engine.advance(Duration.ofMinutes(1));
          engine.work();
          assertThat(engine.runs.get(id).state()).isInstanceOf(Asking.class);
          approve(engine, id);
          engine.work();
          assertThat(engine.runs.get(id).hasSucceeded()).isTrue();
          assertThat(engine.reads.acts()).endsWith("last");
        });
  }

  @Test
  void what_people_confirm_or_tick_is_asked_once_and_kept() throws Exception {
    everywhere(
        engine ->
            engine.knows(
                TestRunbook.of(
                    TestStep.of("sure", "confirm").with("message", "Is it so?"),
                    TestStep.of("list", "checklist").with("items", List.of("a", "b")),
                    change("last").idempotent())),
        (engine, id) -> {
          engine.hands.confirm(id, asked(engine, id), LEAD, true, "");
          engine.work();
          var list = asked(engine, id);
          engine.hands.tick(id, list, 0, true, LEAD);
          engine.work();
          assertThat(asked(engine, id)).isEqualTo(list);
          engine.hands.tick(id, list, 1, true, DEVOPS);
          engine.work();

          var run = engine.runs.get(id);
          assertThat(run.hasSucceeded()).isTrue();
          assertThat(engine.changes.acts()).contains("last");
          assertThat(((Settled) run.steps().find(list).orElseThrow().state()).words())
              .isEqualTo("all 2 done");
        });
  }

  private static StepPath asked(TestEngine engine, RunId id) {
    return ((Asking) engine.runs.get(id).state()).step();
  }

  @Test
  void who_lost_the_run_writes_nothing_more() throws Exception {
    var engine = new TestEngine();
    engine.changes.does(attempt -> {
      engine.runs.claim(new RunId(attempt.run()));
      return new Done(Map.of(), "done");
    });
    engine.knows(TestRunbook.of(change("one"), read("two")));
    var id = engine.start("test");

    engine.worker().work(id);

    assertThat(engine.reads.acts()).isEmpty();
    engine.work();
    assertThat(engine.runs.get(id).state()).isInstanceOf(NeedsAttention.class);
    assertThat(engine.changes.acts()).containsExactly("one");
  }

  @Test
  @Timeout(60)
  void who_lost_the_run_while_it_acts_is_interrupted() throws Exception {
    var engine = new TestEngine();
    var begun = new CountDownLatch(1);
    var ends = new CountDownLatch(1);
    engine.changes.does(_ -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
        return new Done(Map.of(), "never");
      } finally {
        ends.countDown();
      }
    });
    engine.knows(TestRunbook.of(change("one"), read("two")));
    var id = engine.start("test");
    var worker = Thread.ofVirtual().start(() -> worked(engine, id));

    begun.await();
    engine.runs.claim(id);
    while (worker.isAlive()) {
      engine.advance(Duration.ofSeconds(1));
      worker.join(Duration.ofMillis(50));
    }

    assertThat(ends.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(engine.reads.acts()).isEmpty();
  }

  private static void worked(TestEngine engine, RunId id) {
    try {
      engine.worker().work(id);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @FunctionalInterface
  private interface Check {
    void check(TestEngine engine, RunId id) throws InterruptedException;
  }

  private static void everywhere(Consumer<TestEngine> scene, Check check)
      throws InterruptedException {
    for (var write = 1; write <= MOST_WRITES; write++) {
      for (var isKept : new boolean[] {false, true}) {
        var engine = new TestEngine();
        scene.accept(engine);
        var id = engine.start("test");
        engine.runs.breakAt(write, isKept);
        engine.work();
        check.check(engine, id);
      }
    }
  }

  /** Somebody says of each step in doubt that it is done. */
  private static void settle(TestEngine engine, RunId id) throws InterruptedException {
    while (engine.runs.get(id).state() instanceof NeedsAttention) {
      engine.hands.markDone(id, LEAD, "");
      engine.work();
    }
  }

  private static void approve(TestEngine engine, RunId id) {
    var path = ((Asking) engine.runs.get(id).state()).step();
    engine.hands.vote(id, path, new Vote(LEAD, Choice.APPROVE, engine.now(), ""), _ -> true);
  }
}
