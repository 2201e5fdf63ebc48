package dev.muster.integrations.postgres.run;

import static dev.muster.integrations.postgres.run.TestRuns.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Vote.Choice;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.BreakGlass;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clicks that come at the same time, over connections of their own. */
class FourEyesTest {

  private static final Instant NOW = new TestClock().instant();
  private static final StepPath STEP = StepPath.parse("steps.0").orElseThrow();
  private static final Who DBA = new Who("dba", "Dan DBA");
  private static final Who CTO = new Who("cto", "CTO");

  private final TestReplica replica = TestReplica.onNewDatabase(new TestClock());
  private final TestRuns runs = TestRuns.on(replica);
  private RunId run = new RunId(0);

  @BeforeEach
  void a_run_that_asks_two() throws Exception {
    runs.knows(
        "test",
        """
        steps:
          - {id: go, uses: approve, with: {message: "Go?", quorum: 2, notRequester: true}}
        """);
    run = runs.start("test");
    runs.worker().work(run);
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private Ruling vote(Who by) {
    var vote = new Vote(by, Choice.APPROVE, NOW, "");
    return runs.hands().vote(run, STEP, vote, _ -> true).orElseThrow();
  }

  private static List<Ruling> atOnce(List<Callable<Ruling>> clicks) throws Exception {
    var together = new CountDownLatch(clicks.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var began = new ArrayList<Future<Ruling>>();
      for (var click : clicks) {
        began.add(
            threads.submit(() -> {
              together.countDown();
              together.await();
              return click.call();
            }));
      }
      var rulings = new ArrayList<Ruling>();
      for (var one : began) {
        rulings.add(one.get());
      }
      return rulings;
    }
  }

  @Test
  void two_clicks_of_one_person_at_once_are_one_vote() throws Exception {
    var elsewhere = new Who(DBA.id(), "dan.dba");

    var rulings = atOnce(List.of(() -> vote(DBA), () -> vote(elsewhere)));

    assertThat(rulings).filteredOn(Applied.class::isInstance).hasSize(1);
    assertThat(rulings)
        .filteredOn(it -> it instanceof Refused(var why, _) && why == Why.ALREADY)
        .hasSize(1);
    var kept = runs.get(run);
    assertThat(kept.state()).isInstanceOf(Asking.class);
    assertThat(kept.question().map(Asked::votes).orElseThrow()).hasSize(1);
  }

  @Test
  void clicks_of_two_people_at_once_count_once_each() throws Exception {
    var rulings = atOnce(List.of(() -> vote(DBA), () -> vote(CTO)));

    assertThat(rulings).allSatisfy(it -> assertThat(it).isInstanceOf(Applied.class));
    runs.worker().work(run);
    assertThat(runs.get(run).hasSucceeded()).isTrue();
  }

  @Test
  void of_three_clicks_at_once_one_comes_too_late() throws Exception {
    var rulings =
        atOnce(List.of(() -> vote(DBA), () -> vote(CTO), () -> vote(new Who("ops", "Olga Ops"))));

    assertThat(rulings).filteredOn(Applied.class::isInstance).hasSize(2);
    assertThat(rulings)
        .filteredOn(it -> it instanceof Refused(var why, _) && why == Why.TOO_LATE)
        .hasSize(1);
  }

  @Test
  void glass_that_two_break_at_once_is_broken_once() throws Exception {
    var rule = new BreakGlass(Set.of("on-call"), Duration.ZERO, true);

    var rulings =
        atOnce(
            List.of(
                () -> runs.hands().breakGlass(run, STEP, DBA, "gone", rule).orElseThrow(),
                () -> runs.hands().breakGlass(run, STEP, LEAD, "gone", rule).orElseThrow()));

    assertThat(rulings).filteredOn(Applied.class::isInstance).hasSize(1);
    assertThat(rulings)
        .filteredOn(it -> it instanceof Refused(var why, _) && why == Why.TOO_LATE)
        .hasSize(1);
  }
}
