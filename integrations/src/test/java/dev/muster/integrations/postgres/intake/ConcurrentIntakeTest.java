package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Two replicas take in at the same time, on one database. */
class ConcurrentIntakeTest {

  private final TestClock clock = new TestClock();
  private final TestReplica one = TestReplica.onNewDatabase(clock);
  private final TestReplica other = one.sibling();

  @AfterEach
  void close() {
    other.close();
    one.close();
  }

  private List<Incident> incidents() {
    return one.incidents().list(IncidentFilter.ALL, PageRequest.first(500)).items();
  }

  @RepeatedTest(5)
  void alerts_of_one_group_open_one_incident() throws Exception {
    var calls = new ArrayList<Callable<List<IntakeResult>>>();
    for (var i = 0; i < 20; i++) {
      calls.add(take(i % 2 == 0 ? one.intake() : other.intake(), "g", "alert " + i));
    }

    inParallel(calls);

    assertThat(incidents())
        .singleElement()
        .satisfies(incident -> {
          assertThat(incident.alerts().total()).isEqualTo(20);
          assertThat(incident.version()).isEqualTo(21);
        });
    assertThat(one.count("select count(*) from scheduled_tasks where task_name = 'refresh-post'"))
        .isEqualTo(1);
    assertThat(one.count("select count(*) from scheduled_tasks where task_name = 'thread-reply'"))
        .isEqualTo(1);
  }

  @RepeatedTest(5)
  void the_same_alert_twice_at_once_is_one_alert() throws Exception {
    inParallel(List.of(take(one.intake(), "g", "cpu"), take(other.intake(), "g", "cpu")));

    assertThat(one.count("select count(*) from alert")).isEqualTo(1);
    assertThat(one.count("select count from alert")).isEqualTo(2);
  }

  @RepeatedTest(5)
  void groups_taken_in_any_order_by_anybody_never_wait_for_each_other_in_a_circle(
      RepetitionInfo repetition) throws Exception {
    var random = new Random(repetition.getCurrentRepetition());
    var calls = new ArrayList<Callable<List<IntakeResult>>>();
    for (var i = 0; i < 30; i++) {
      var titles =
          new ArrayList<>(IntStream.range(0, 20).mapToObj(number -> "alert " + number).toList());
      Collections.shuffle(titles, random);
      calls.add(takeAll(i % 2 == 0 ? one.intake() : other.intake(), titles));
    }

    inParallel(calls);

    assertThat(incidents()).hasSize(20);
    assertThat(one.count("select count(*) from alert where count = 30")).isEqualTo(20);
  }

  /** One commit of one webhook. */
  private Callable<List<IntakeResult>> take(AlertIntake intake, String group, String title) {
    var now = clock.instant();
    var event = Webhooks.event(title, AlertStatus.FIRING, now, Optional.empty());
    return () -> intake.take(List.of(Webhooks.of(group, event, now)));
  }

  /** One commit of a webhook a title, each in a group of its own. */
  private Callable<List<IntakeResult>> takeAll(AlertIntake intake, List<String> titles) {
    var now = clock.instant();
    return () ->
        intake.take(titles.stream().map(title -> Webhooks.firing(title, now, now)).toList());
  }

  private static <T> void inParallel(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (var executor = Executors.newFixedThreadPool(8)) {
      for (var answer : executor.invokeAll(calls)) {
        answer.get();
      }
    }
  }
}
