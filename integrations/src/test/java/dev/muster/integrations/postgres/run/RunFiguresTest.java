package dev.muster.integrations.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.runbook.review.Review;
import dev.muster.integrations.postgres.figures.PostgresFigures;
import dev.muster.integrations.postgres.figures.PostgresFigures.Due;
import dev.muster.integrations.postgres.figures.RunFigures;
import dev.muster.integrations.postgres.review.PostgresReviews;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunFiguresTest {

  private static final String APPROVE =
      "steps:\n  - {id: go, uses: approve, with: {message: \"Go?\"}}\n";
  private static final String FAILS =
      """
      steps:
        - {id: look, uses: read, expect: "1 == 2", onFailure: pause}
      """;

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final TestRuns runs = TestRuns.on(replica).knows("asks", APPROVE).knows("stops", FAILS);
  private final PostgresFigures figures = new PostgresFigures(replica.database(), clock);

  @AfterEach
  void close() {
    replica.close();
  }

  private RunFigures read() {
    return figures.read().runs().orElseThrow();
  }

  private RunId worked(String runbook) throws InterruptedException {
    var id = runs.start(runbook);
    runs.worker().work(id);
    return id;
  }

  @Test
  void without_runs_there_is_nothing_to_tell() {
    assertThat(read()).isEqualTo(new RunFigures(Map.of(), Duration.ZERO, 0, Duration.ZERO));
  }

  @Test
  void runs_that_are_not_over_count_by_what_they_are_at() throws Exception {
    worked("asks");
    worked("asks");
    runs.start("asks");
    var over = worked("asks");
    runs.hands().cancel(over, TestRuns.LEAD, false);
    runs.worker().work(over);

    assertThat(read().open()).isEqualTo(Map.of("asking", 2L, "running", 1L));
  }

  @Test
  void attention_is_needed_since_the_run_stopped_for_it_last() throws Exception {
    clock.advance(Duration.ofHours(1));
    var first = worked("stops");
    assertThat(runs.get(first).state()).isInstanceOf(NeedsAttention.class);
    clock.advance(Duration.ofMinutes(10));
    worked("stops");
    clock.advance(Duration.ofMinutes(10));
    assertThat(read().attention()).isEqualTo(Duration.ofMinutes(20));

    runs.hands().retry(first, TestRuns.LEAD);
    assertThat(read().attention()).isEqualTo(Duration.ofMinutes(10));
    runs.worker().work(first);

    assertThat(read().open()).isEqualTo(Map.of("needs-attention", 2L));
    assertThat(read().attention()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void what_the_release_before_wrote_counts_from_when_it_was_asked_for() throws Exception {
    worked("stops");
    replica.database().with(handle -> handle.execute("update run set attention_since = null"));
    clock.advance(Duration.ofMinutes(7));

    assertThat(read().attention()).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void broken_glass_counts_until_somebody_has_looked_at_it() {
    var reviews = new PostgresReviews(replica.database());
    for (var run : List.of(1L, 2L)) {
      reviews.add(
          new Review(
              new RunId(run),
              StepPath.parse("steps.0").orElseThrow(),
              "Fail over",
              "Go?",
              TestRuns.DEVOPS,
              "gone",
              clock.instant(),
              Optional.empty()));
      clock.advance(Duration.ofHours(1));
    }
    assertThat(read().reviews()).isEqualTo(2);
    assertThat(read().unseen()).isEqualTo(Duration.ofHours(2));

    reviews.close(new RunId(1), new Review.Closed(TestRuns.LEAD, "right", clock.instant()));

    assertThat(read().reviews()).isOne();
    assertThat(read().unseen()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void runs_that_nobody_goes_on_with_are_late_work() {
    runs.start("asks");
    clock.advance(Duration.ofSeconds(40));

    assertThat(figures.due()).containsEntry(RunSchedule.TASK, new Due(1, Duration.ofSeconds(40)));
  }

  @Test
  void counting_them_costs_what_is_open_and_not_what_is_kept() {
    replica
        .database()
        .with(handle -> {
          handle.execute(
              """
              insert into run (id, runbook, title, definition, requester, requester_name,
                requested_at, dry, state, standing, phase, ended_at, fence, origin, course)
              select n, 'r', 'R', 'h', 'd', 'D', now(), false, 'ended', 'GOOD', 'always', now(), 0,
                '{}', '{}' from generate_series(1000, 30000) as n
              """);
          return handle.execute("analyze run");
        });

    for (var condition : List.of("", " and state = 'needs-attention'")) {
      var plan =
          replica
              .database()
              .with(handle ->
                  handle
                      .createQuery(
                          "explain select count(*) from run where state <> 'ended'" + condition)
                      .mapTo(String.class)
                      .list());
      assertThat(String.join("\n", plan)).containsPattern("run_open|run_below|run_queued");
    }
  }
}
