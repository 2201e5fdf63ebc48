package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.ASKS;
import static dev.muster.integrations.postgres.run.TestRuns.CHANGES;
import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunStore.Saved;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.Wish.What;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresRunStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00.123456789Z");

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void whatever_a_step_can_be_at_is_read_as_it_was_written() {
    var id = runs.knows("test", CHANGES).start("test");
    var held = runs.means().store().claim(id).orElseThrow();

    for (var state : states()) {
      var path = StepPath.of(Phase.STEPS, 0).item(3);
      var record =
          new StepRecord(
              path, "one", NOW, 2, 1, state, List.of("a", 1L, Map.of("k", "v")), Trace.MAYBE);
      var saved = runs.means().store().save(held, held.run().with(record), List.of());

      assertThat(saved).isInstanceOf(Saved.Kept.class);
      assertThat(runs.get(id).steps().find(path)).contains(record);
    }
  }

  private static List<StepState> states() {
    var values = new LinkedHashMap<String, Object>();
    values.put("whole", 7L);
    values.put("decimal", 0.5);
    values.put("yes", true);
    values.put("length", Duration.ofMillis(1500));
    values.put("time", NOW);
    values.put("list", List.of(Map.of("a", "b"), 3L));
    values.put("nothing", null);
    var approval = new Approval("Go?", Set.of("dba"), 2, true);
    var vote = new Vote(LEAD, Choice.APPROVE, NOW, "fine");
    var ticks = new TreeMap<>(Map.of(1, new StepState.Tick(LEAD, NOW)));
    return List.of(
        new StepState.Started(NOW, Map.of("seen", 1L)),
        new StepState.Resting(NOW, NOW.plusSeconds(5), Map.of(), "not yet"),
        new StepState.Retrying(NOW, "busy", "it was busy"),
        new Asked(NOW, approval, Optional.of(NOW), OnTimeout.PAUSE, values, List.of(vote), ticks),
        new Asked(
            NOW,
            new Checklist("", List.of("a", "b")),
            Optional.empty(),
            OnTimeout.ABORT,
            Map.of(),
            List.of(),
            ticks),
        new StepState.Answered(NOW, StepState.Answer.NO, Map.of(), "no"),
        new StepState.Each(NOW),
        new Done(NOW, values, values, "done", Optional.of(LEAD)),
        new StepState.Skipped(NOW, "left out", Optional.empty(), Optional.empty()),
        new StepState.Skipped(NOW, "left out", Optional.of(LEAD), Optional.of(values)),
        new StepState.Failed(NOW, "no", "no"),
        new StepState.Unclear(NOW, "lost", "nobody knows"));
  }

  @Test
  void whatever_a_run_can_be_at_is_read_as_it_was_written() {
    var id = runs.knows("test", CHANGES).start("test");
    var path = StepPath.of(Phase.STEPS, 1);

    for (var state :
        List.of(
            new Sleeping(path, NOW),
            new NeedsAttention(path, "look"),
            new Nesting(path, id),
            new Paused(LEAD, NOW))) {
      var held = runs.means().store().claim(id).orElseThrow();
      runs.means().store().save(held, held.run().to(state, NOW), List.of());

      assertThat(runs.get(id).state()).isEqualTo(state);
    }
  }

  @Test
  void what_postgres_keeps_no_text_with_is_replaced() {
    var id = runs.knows("test", CHANGES).start("test");
    var held = runs.means().store().claim(id).orElseThrow();
    var path = StepPath.of(Phase.STEPS, 0);
    var failed = new StepState.Failed(NOW, "no", "a\0b \\u0000");

    runs.means()
        .store()
        .save(
            held,
            held.run().with(new StepRecord(path, "one", NOW, 1, 1, failed, List.of(), Trace.SURE)),
            List.of());

    var kept = (StepState.Failed) runs.get(id).steps().find(path).orElseThrow().state();
    assertThat(kept.words()).startsWith("a\ufffdb");
  }

  @Test
  void who_lost_a_run_writes_nothing() {
    var id = runs.knows("test", CHANGES).start("test");
    var first = runs.means().store().claim(id).orElseThrow();
    var second = runs.means().store().claim(id).orElseThrow();

    var late = runs.means().store().save(first, first.run().to(new Ended(NOW), NOW), List.of());

    assertThat(late).isInstanceOf(Saved.Lost.class);
    assertThat(runs.get(id).isOver()).isFalse();
    assertThat(runs.means().store().save(second, second.run(), List.of()))
        .isInstanceOf(Saved.Kept.class);
  }

  @Test
  void a_wish_does_not_disturb_who_has_the_run_and_is_told_with_the_next_save() {
    var id = runs.knows("test", CHANGES).start("test");
    var held = runs.means().store().claim(id).orElseThrow();

    runs.hands().cancel(id, LEAD, false);
    var saved = runs.means().store().save(held, held.run(), List.of());

    assertThat(saved)
        .isInstanceOfSatisfying(
            Saved.Kept.class,
            kept ->
                assertThat(kept.held().run().course().wish().map(Wish::what))
                    .contains(What.CANCEL));
    assertThat(runs.means().store().interrupted(List.of(id))).containsExactly(id);
  }

  @Test
  void who_has_a_run_learns_that_somebody_else_has_it_now() {
    var id = runs.knows("test", CHANGES).start("test");
    var held = runs.means().store().claim(id).orElseThrow();
    assertThat(runs.means().store().lost(Map.of(id, held.fence()))).isEmpty();

    runs.means().store().claim(id);

    assertThat(runs.means().store().lost(Map.of(id, held.fence()))).containsExactly(id);
  }

  @Test
  void a_wish_that_was_seen_to_is_gone_but_not_one_that_came_after_it() {
    var id = runs.knows("test", CHANGES).start("test");
    runs.hands().pause(id, LEAD);
    var held = runs.means().store().claim(id).orElseThrow();
    runs.hands().cancel(id, LEAD, false);

    runs.means().store().save(held, held.run().wishing(Optional.empty()), List.of());

    assertThat(runs.get(id).course().wish().map(Wish::what)).contains(What.CANCEL);
  }

  @Test
  void who_is_told_is_told_in_the_same_transaction() {
    var told =
        TestRuns.toldTo(
            replica,
            (before, after) -> {
              throw new IllegalStateException("no");
            });
    told.knows("test", CHANGES);

    assertThatThrownBy(() -> told.start("test")).isInstanceOf(IllegalStateException.class);
    assertThat(replica.count("select count(*) from run")).isZero();
    assertThat(told.scheduled()).isZero();
  }

  @Test
  void a_definition_is_what_it_was_when_the_run_began() throws Exception {
    var id = runs.knows("test", ASKS).start("test");
    runs.worker().work(id);
    runs.knows("test", CHANGES);
    runs.approve(id, LEAD);

    TestRuns.on(replica).knows("test", CHANGES).worker().work(id);

    assertThat(runs.get(id).hasSucceeded()).isTrue();
    assertThat(runs.acts()).containsExactly("one");
  }
}
