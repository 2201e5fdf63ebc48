package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.DEVOPS;
import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.engine.port.RunLog.Size;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.engine.port.RunStore.Saved;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Queued;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresRunStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00.123456789Z");

  private static final String CHANGES =
      """
      steps:
        - {id: one, uses: change}
        - {id: two, uses: change}
      """;
  private static final String ASKS =
      """
      concurrency: {key: db, onBusy: queue}
      steps:
        - {id: go, uses: approve, with: {message: "Go?"}}
        - {id: one, uses: change}
      """;

  private static final String ASKS_TWO =
      """
      steps:
        - {id: go, uses: approve, with: {message: "Go?", quorum: 2}}
        - {id: one, uses: change}
      """;
  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
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
        new StepState.Skipped(NOW, "left out", Optional.empty()),
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
  void what_people_do_takes_the_run_from_whoever_had_it() throws Exception {
    var id = runs.knows("test", ASKS).start("test");
    runs.worker().work(id);
    var held = runs.means().store().claim(id).orElseThrow();

    runs.approve(id, LEAD);

    assertThat(runs.means().store().save(held, held.run(), List.of()))
        .isInstanceOf(Saved.Lost.class);
  }

  /** A statement that waits for a row's lock sees other tables as they were before it waited. */
  @Test
  void who_waits_for_a_run_sees_what_was_done_meanwhile() throws Exception {
    var id = runs.knows("test", ASKS_TWO).start("test");
    runs.worker().work(id);

    var second =
        replica
            .database()
            .inTransaction(() -> {
              runs.approve(id, LEAD);
              var other = CompletableFuture.runAsync(() -> runs.approve(id, DEVOPS));
              await().until(() -> replica.count(WAITING) > 0);
              return other;
            });
    second.get(10, TimeUnit.SECONDS);

    assertThat(runs.get(id).state()).isNotInstanceOf(Asking.class);
  }

  /** Else each would wait for what the other has, and PostgreSQL would end one of them. */
  @Test
  void a_run_is_cancelled_with_one_that_it_waits_for_while_that_ends() throws Exception {
    runs.knows("inner", CHANGES)
        .knows("outer", "steps: [{id: in, uses: runbook, with: {runbook: inner}}]\n");
    var outer = runs.start("outer");
    runs.worker().work(outer);
    var inner = ((Nesting) runs.get(outer).state()).child();
    var store = runs.means().store();
    var held = store.claim(inner).orElseThrow();
    var over = held.run().to(new Ended(NOW), NOW);

    var ending =
        replica
            .database()
            .inTransaction(() -> {
              var begun =
                  store.change(
                      outer,
                      _ -> {
                        var end =
                            CompletableFuture.supplyAsync(() -> store.save(held, over, List.of()));
                        await().until(() -> replica.count(WAITING) > 0);
                        return new Change<>(Optional.empty(), end);
                      });
              runs.hands().cancel(outer, LEAD, false);
              return begun.orElseThrow();
            });

    assertThat(ending.get(10, TimeUnit.SECONDS)).isInstanceOf(Saved.Kept.class);
    runs.worker().work(outer);
    assertThat(runs.get(outer).isOver()).isTrue();
    assertThat(runs.get(outer).course().verdict().words()).isEqualTo("cancelled by Lead Engineer");
  }

  @Test
  void a_key_goes_to_whoever_waits_longest() throws Exception {
    runs.knows("test", ASKS);
    var first = runs.start("test");
    var second = runs.start("test");
    var third = runs.start("test");
    assertThat(runs.get(second).state()).isInstanceOf(Queued.class);

    runs.worker().work(first);
    runs.hands().cancel(first, DEVOPS, false);
    runs.worker().work(first);
    runs.worker().work(second);

    assertThat(runs.get(second).state()).isInstanceOf(Asking.class);
    assertThat(runs.get(third).state()).isInstanceOf(Queued.class);
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

  @Test
  void the_log_is_read_in_pages_and_from_its_end() {
    var id = runs.knows("test", CHANGES).start("test");
    var log = runs.means().log();
    var lines =
        List.of("a", "b", "c").stream()
            .map(text -> new Line(NOW, Source.OUTPUT, "steps.0", text))
            .toList();

    log.append(id, lines);
    log.append(id, List.of(new Line(NOW, Source.EVENT, "", "somebody did")));

    var page = log.page(id, 0, 2);
    assertThat(page).extracting(it -> it.line().text()).containsExactly("a", "b");
    assertThat(log.page(id, page.getLast().number(), 9)).hasSize(2);
    assertThat(log.tail(id, 2))
        .extracting(Numbered::line)
        .extracting(Line::text)
        .containsExactly("b", "c");
    assertThat(log.size(id, "steps.0")).isEqualTo(new Size(15, 3));
  }

  @Test
  void ten_thousand_runs_that_wait_for_people_have_nothing_scheduled() throws Exception {
    var id = runs.knows("test", ASKS).start("test");
    runs.worker().work(id);
    replica.database().with(handle -> handle.execute(COPIES));

    Run one = runs.get(new RunId(10_001));

    assertThat(one.state()).isInstanceOf(Asking.class);
    assertThat(replica.count("select count(*) from run where state = 'asking'")).isEqualTo(10_001);
    assertThat(replica.count("select count(*) from scheduled_run where execution_time > now()"))
        .isZero();
  }

  private static final String COPIES =
      """
      with copied as (
        insert into run
        select nextval('run_number'), runbook, title, definition, requester, requester_name,
          requested_at, dry, incident_id, parent, null, state, standing, phase, ended_at, fence,
          wish, origin, course
        from run, generate_series(1, 10000) returning id
      )
      insert into run_step select copied.id, path, record from copied, run_step
      """;
}
