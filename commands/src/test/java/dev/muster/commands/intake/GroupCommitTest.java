package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.intake.TestIntake.batch;
import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GroupCommitTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TestIntake intake = TestIntake.routingEverything();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Gate gate = new Gate();
  private GroupCommit commit = groupCommit(100, PATIENCE);

  @AfterEach
  void close() {
    gate.open();
    commit.close();
    executor.close();
  }

  private GroupCommit groupCommit(int capacity, Duration patience) {
    return new GroupCommit(
        intake.intake, executor, 1, new GroupCommit.Limits(capacity, 1_000_000, patience));
  }

  private ReceivedBatch webhook(String title) {
    return intake.received(TestIntake.PROMETHEUS, batch(title, 0, alert(title).firing(START)));
  }

  /** Calls in threads of their own while the first commit is in flight, then lets it end. */
  private Callers callDuringACommit(int good, String... others) {
    intake.store.beforeCommit(gate::pass);
    var callers = new Callers();
    callers.call(() -> commit.commit(webhook("first")));
    gate.awaitSomebody();
    for (var i = 0; i < good; i++) {
      var title = "good " + i;
      callers.call(() -> commit.commit(webhook(title)));
    }
    for (var title : others) {
      callers.call(() -> commit.commit(webhook(title)));
    }
    callers.awaitAllWaiting();
    return callers;
  }

  @Test
  void webhooks_that_arrive_during_a_commit_share_the_next() {
    var callers = callDuringACommit(31);

    gate.open();

    assertThat(callers.answers()).hasSize(32).allMatch(IntakeResult.Accepted.class::isInstance);
    assertThat(intake.store.commits()).isEqualTo(2);
    assertThat(intake.incidents()).hasSize(32);
  }

  @Test
  void each_caller_gets_the_answer_to_its_own_webhook() {
    var callers = callDuringACommit(5);

    gate.open();

    assertThat(callers.answers())
        .extracting(answer -> ((IntakeResult.Accepted) answer).incidents())
        .doesNotHaveDuplicates()
        .allMatch(incidents -> incidents.size() == 1);
  }

  @Test
  void a_poison_fails_alone() {
    var callers = callDuringACommit(31, "poison");

    gate.open();

    var answers = callers.answers();
    assertThat(answers).filteredOn(IntakeResult.Accepted.class::isInstance).hasSize(32);
    assertThat(answers.getLast())
        .isInstanceOfSatisfying(
            IntakeResult.Failed.class,
            failed -> assertThat(failed.reason()).contains("invalid byte sequence"));
    assertThat(intake.incidents()).hasSize(32);
    assertThat(intake.store.tables().deliveries())
        .filteredOn(kept -> kept.delivery().state() == Delivery.State.FAILED)
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.delivery().id()).isEqualTo(answers.getLast().delivery());
          assertThat(kept.body().bytes()).asString().isEqualTo("poison");
        });
  }

  @Test
  void a_database_that_is_away_is_told_to_all_of_the_group() {
    var callers = callDuringACommit(3);

    intake.store.goAway(true);
    gate.open();

    assertThat(callers.outcomes())
        .extracting(outcome -> outcome.failure().map(Throwable::getClass))
        .filteredOn(failure -> failure.isPresent())
        .hasSize(3)
        .allMatch(failure -> failure.get().equals(StoreUnavailable.class));
    assertThat(intake.store.tables().deliveries()).hasSize(1);
  }

  @Test
  void what_somebody_else_holds_delays_nothing_else_of_the_group() {
    var callers = callDuringACommit(3, "held");
    intake.store.beforeCommit(() -> {
      if (intake.alerts().stream().anyMatch(alert -> alert.key().dedupKey().equals("held"))) {
        throw StoreUnavailable.contended(null);
      }
    });

    gate.open();

    assertThat(callers.outcomes())
        .filteredOn(outcome -> outcome.failure().isPresent())
        .singleElement()
        .satisfies(held -> assertThat(held.failure().get()).isInstanceOf(StoreUnavailable.class));
    assertThat(intake.incidents()).hasSize(4);
  }

  @Test
  void it_goes_on_when_the_database_is_back() {
    intake.store.goAway(true);
    assertThatThrownBy(() -> commit.commit(webhook("cpu"))).isInstanceOf(StoreUnavailable.class);
    intake.store.goAway(false);

    assertThat(commit.commit(webhook("cpu"))).isInstanceOf(IntakeResult.Accepted.class);
  }

  @Test
  void more_than_may_wait_are_refused_at_once() {
    commit.close();
    commit = groupCommit(2, PATIENCE);
    callDuringACommit(2);

    assertThatThrownBy(() -> commit.commit(webhook("one too many")))
        .isInstanceOf(StoreUnavailable.class)
        .hasStackTraceContaining("too many");
  }

  @Test
  void more_bytes_than_may_wait_are_refused_at_once() {
    commit.close();
    var limits = new GroupCommit.Limits(100, "good 0".length() * 2, PATIENCE);
    commit = new GroupCommit(intake.intake, executor, 1, limits);
    callDuringACommit(2);

    assertThatThrownBy(() -> commit.commit(webhook("good 2")))
        .isInstanceOf(StoreUnavailable.class)
        .hasStackTraceContaining("too many");
  }

  @Test
  void what_still_waits_at_the_end_is_told_to_come_again() {
    commit.close();
    commit = groupCommit(10, Duration.ofMillis(50));
    intake.store.beforeCommit(gate::pass);
    var first = commit.submit(webhook("first"));
    gate.awaitSomebody();
    var second = commit.submit(webhook("second"));

    commit.close();

    assertThat(second)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(StoreUnavailable.class);
    gate.open();
    assertThat(first).succeedsWithin(PATIENCE);
  }

  @Test
  void whoever_waits_too_long_is_told_to_come_again_and_does_no_harm_by_that() {
    commit.close();
    commit = groupCommit(10, Duration.ofMillis(50));
    intake.store.beforeCommit(gate::pass);
    var first = new Callers();
    first.call(() -> commit.commit(webhook("first")));
    gate.awaitSomebody();
    assertThatThrownBy(() -> commit.commit(webhook("second")))
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("in time");
    gate.open();
    first.outcomes();

    assertThat(commit.commit(webhook("second"))).isInstanceOf(IntakeResult.Accepted.class);

    assertThat(intake.alerts())
        .extracting(alert -> alert.key().dedupKey())
        .containsExactly("first", "second");
  }

  @Test
  void what_can_not_even_be_kept_is_answered_with_come_again() {
    intake.store.beforeCommit(() -> {
      throw new IllegalStateException("disk full");
    });

    assertThat(commit.submit(webhook("cpu")))
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(StoreUnavailable.class);
  }

  @Test
  void a_bug_that_throws_an_error_does_not_end_the_intake() {
    intake.store.beforeCommit(() -> {
      throw new StackOverflowError();
    });
    assertThatThrownBy(() -> commit.commit(webhook("deep"))).isInstanceOf(StoreUnavailable.class);
    intake.store.beforeCommit(() -> {});

    assertThat(commit.commit(webhook("cpu"))).isInstanceOf(IntakeResult.Accepted.class);
  }

  @Test
  void at_its_end_it_takes_no_more_and_waits_for_what_waits() {
    var callers = callDuringACommit(3);
    var closing = Thread.startVirtualThread(commit::close);
    await().until(() -> closing.getState() == Thread.State.TIMED_WAITING);

    assertThatThrownBy(() -> commit.commit(webhook("late"))).isInstanceOf(StoreUnavailable.class);
    assertThat(closing.isAlive()).isTrue();
    gate.open();

    assertThat(callers.answers()).hasSize(4).allMatch(IntakeResult.Accepted.class::isInstance);
    await().until(() -> !closing.isAlive());
  }

  @Test
  void whoever_must_not_wait_is_told_later() {
    intake.store.beforeCommit(gate::pass);

    var answer = commit.submit(webhook("cpu"));

    gate.awaitSomebody();
    assertThat(answer).isNotDone();
    gate.open();
    assertThat(answer).succeedsWithin(PATIENCE).isInstanceOf(IntakeResult.Accepted.class);
  }
}
