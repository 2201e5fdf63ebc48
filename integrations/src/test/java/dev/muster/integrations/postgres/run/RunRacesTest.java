package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.ASKS;
import static dev.muster.integrations.postgres.run.TestRuns.CHANGES;
import static dev.muster.integrations.postgres.run.TestRuns.DEVOPS;
import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.engine.port.RunStore.Saved;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Queued;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several who are at a run at once, or at the same key. */
class RunRacesTest {

  private static final Instant NOW = Instant.parse("2026-11-21T22:00:00.123456789Z");

  private static final String ASKS_TWO =
      """
      steps:
        - {id: go, uses: approve, with: {message: "Go?", quorum: 2}}
        - {id: one, uses: change}
      """;

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);

  @AfterEach
  void close() {
    replica.close();
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
}
