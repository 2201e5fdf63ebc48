package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.Gate;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.Verdict.Standing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunSchedulerTest {

  private static final String WHOLE =
      """
      steps:
        - {id: one, uses: read}
        - {id: go, uses: approve, with: {message: "Go?"}}
        - {id: two, uses: change}
      always:
        - {id: clean, uses: read}
      """;

  private final TestReplica replica = TestReplica.onNewDatabase(InstantSource.system());

  @AfterEach
  void close() {
    replica.close();
  }

  @Test
  void a_run_is_gone_on_with_until_people_are_asked_and_after_they_answered() throws Exception {
    try (var runs = TestRuns.on(replica).knows("test", WHOLE).goOn()) {
      var id = runs.start("test");
      runs.awaitState(id, Asking.class);
      await("nothing scheduled").until(() -> runs.scheduled() == 0);

      runs.approve(id, LEAD);
      runs.awaitState(id, Ended.class);

      assertThat(runs.acts()).containsExactly("one", "two", "clean");
      assertThat(runs.get(id).hasSucceeded()).isTrue();
      await("nothing scheduled").until(() -> runs.scheduled() == 0);
    }
  }

  @Test
  void a_time_that_is_over_is_seen_to() throws Exception {
    var asks =
        """
        steps:
          - {id: go, uses: approve, with: {message: "Go?", timeout: 1s}}
        """;
    try (var runs = TestRuns.on(replica).knows("test", asks).goOn()) {
      var id = runs.start("test");

      runs.awaitState(id, Ended.class);

      assertThat(runs.get(id).course().verdict().words()).isEqualTo("Go: nobody answered in time");
    }
  }

  @Test
  void a_nested_run_wakes_the_run_that_waits_for_it() throws Exception {
    var outer =
        """
        steps:
          - {id: in, uses: runbook, with: {runbook: inner}}
          - {id: last, uses: read}
        """;
    try (var runs = TestRuns.on(replica).knows("inner", WHOLE).knows("outer", outer).goOn()) {
      var id = runs.start("outer");
      var child = new RunId(id.value() + 1);
      await("child").until(() -> runs.means().store().find(child).isPresent());
      runs.awaitState(child, Asking.class);

      runs.approve(child, LEAD);

      runs.awaitState(id, Ended.class);
      assertThat(runs.acts()).containsExactly("one", "two", "clean", "last");
    }
  }

  @Test
  void a_step_is_cut_off_when_somebody_cancels() throws Exception {
    var gate = new Gate();
    try (var runs =
        TestRuns.on(
                replica,
                attempt -> {
                  if (attempt.step().equals("one")) {
                    gate.pass();
                  }
                })
            .knows("test", WHOLE)
            .goOn()) {
      var id = runs.start("test");
      gate.awaitSomebody();

      runs.hands().cancel(id, LEAD, false);

      runs.awaitState(id, Ended.class);
      assertThat(runs.get(id).course().verdict().standing()).isEqualTo(Standing.CANCELLED);
      assertThat(runs.acts()).containsExactly("one", "clean");
    }
  }

  @Test
  void a_pause_comes_after_the_step_and_is_ended_by_a_person() throws Exception {
    var gate = new Gate();
    try (var runs =
        TestRuns.on(
                replica,
                attempt -> {
                  if (attempt.step().equals("one")) {
                    gate.pass();
                  }
                })
            .knows("test", WHOLE)
            .goOn()) {
      var id = runs.start("test");
      gate.awaitSomebody();
      runs.hands().pause(id, LEAD);
      gate.open();

      runs.awaitState(id, Paused.class);
      runs.hands().resume(id, LEAD);

      runs.awaitState(id, Asking.class);
    }
  }

  @Test
  void two_replicas_do_each_step_of_many_runs_once() throws Exception {
    var changes =
        """
        steps:
          - {id: one, uses: change}
          - {id: two, uses: change}
          - {id: three, uses: change}
        """;
    try (var sibling = replica.sibling();
        var first = TestRuns.on(replica).knows("test", changes).goOn();
        var _ = TestRuns.on(sibling).knows("test", changes).goOn()) {
      var ids = new ArrayList<RunId>();
      for (var i = 0; i < 30; i++) {
        ids.add(first.start("test"));
      }

      ids.forEach(id -> first.awaitState(id, Ended.class));

      assertThat(first.acts()).hasSize(90);
      assertThat(ids).allSatisfy(id -> assertThat(first.get(id).hasSucceeded()).isTrue());
    }
  }

  @Test
  void two_workers_who_race_for_one_run_never_both_go_on() throws Exception {
    var runs =
        TestRuns.on(replica)
            .knows(
                "test",
                """
                steps:
                  - {id: one, uses: settle}
                  - {id: two, uses: settle}
                """);
    var id = runs.start("test");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var i = 0; i < 8; i++) {
        threads.submit(() -> {
          runs.worker().work(id);
          return id;
        });
      }
      threads.shutdown();
      assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }
    runs.worker().work(id);

    assertThat(runs.get(id).isOver()).isTrue();
    assertThat(runs.get(id).steps().all()).allMatch(step -> step.isDone());
  }

  @Test
  void who_says_what_is_in_doubt_has_it_go_on() throws Exception {
    try (var runs =
        TestRuns.on(
                replica,
                _ -> {
                  throw new IllegalStateException("the line went dead");
                })
            .knows("test", "steps:\n  - {id: one, uses: change}\n")
            .goOn()) {
      var id = runs.start("test");
      runs.awaitState(id, NeedsAttention.class);
      await("nothing scheduled").atMost(Duration.ofSeconds(10)).until(() -> runs.scheduled() == 0);

      runs.hands().markDone(id, LEAD, "seen in the console");

      runs.awaitState(id, Ended.class);
      assertThat(runs.get(id).hasSucceeded()).isTrue();
    }
  }
}
