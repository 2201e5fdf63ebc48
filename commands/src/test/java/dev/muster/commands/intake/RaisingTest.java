package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.intake.TestIntake.P1;
import static dev.muster.commands.intake.TestIntake.P2;
import static dev.muster.commands.intake.TestIntake.P3;
import static dev.muster.commands.intake.TestIntake.batch;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An alert that fires on with another severity. */
class RaisingTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private static AlertEvent firing(String severity) {
    return alert("cpu").severity(severity).firing(START);
  }

  @Test
  void a_worse_one_raises_the_alert_and_its_incident_and_stands_in_the_timeline() {
    intake.send(firing("warning"));
    var version = intake.newest().version();

    intake.send(firing("critical"));

    assertThat(intake.newest().severity()).isEqualTo(P1);
    assertThat(intake.newest().version()).isGreaterThan(version);
    assertThat(intake.newest().alerts().total()).isEqualTo(1);
    assertThat(intake.alerts()).singleElement().matches(row -> row.severity().equals(P1));
    assertThat(intake.store.tables().timeline())
        .last()
        .extracting(TimelineEntry::kind, TimelineEntry::text)
        .containsExactly(Kind.SEVERITY_RAISED, "Raised from P3 to P1 by cpu");
  }

  @Test
  void is_shown_in_the_post_and_not_said_in_the_thread() {
    intake.send(firing("warning"));

    intake.send(firing("critical"));

    assertThat(intake.replies()).containsExactly("Details of cpu");
  }

  @Test
  void a_milder_one_changes_nothing() {
    intake.send(firing("critical"));
    var before = intake.store.tables();

    intake.send(firing("warning"));

    assertThat(intake.store.tables().incidents()).isEqualTo(before.incidents());
    assertThat(intake.store.tables().timeline()).isEqualTo(before.timeline());
    assertThat(intake.alerts()).singleElement().matches(row -> row.severity().equals(P1));
  }

  @Test
  void the_same_again_is_said_once() {
    intake.send(firing("warning"));
    intake.send(firing("critical"));
    var before = intake.store.tables();

    intake.send(firing("critical"));

    assertThat(intake.store.tables().incidents()).isEqualTo(before.incidents());
    assertThat(intake.store.tables().timeline()).isEqualTo(before.timeline());
  }

  @Test
  void an_alert_may_get_worse_without_its_incident() {
    intake.send(alert("disk").severity("critical").firing(START), firing("warning"));
    var before = intake.store.tables();

    intake.send(firing("high"));

    assertThat(intake.store.tables().incidents()).isEqualTo(before.incidents());
    assertThat(intake.alerts()).extracting(MemoryTables.Row::severity).containsExactly(P1, P2);
  }

  @Test
  void what_was_ended_by_hand_is_not_raised() {
    intake.send(firing("warning"));
    intake.resolveByHand();
    var before = intake.store.tables();

    intake.send(firing("critical"));

    assertThat(intake.store.tables().incidents()).isEqualTo(before.incidents());
    assertThat(intake.store.tables().timeline()).isEqualTo(before.timeline());
  }

  @Test
  void what_gets_worse_while_it_moves_to_a_new_incident_is_not_raised_there_once_more() {
    intake.send(firing("warning"));
    intake.resolveByHand();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);

    intake.send(firing("critical"));

    assertThat(intake.newest().severity()).isEqualTo(P1);
    assertThat(intake.history()).endsWith("Opened for cpu", "cpu fires");
  }

  @Test
  void the_next_firing_begins_with_a_severity_of_its_own() {
    intake.send(firing("critical"));
    intake.send(alert("cpu").resolved(START, minute(1)));
    intake.clock.advance(TestIntake.REOPEN_WITHIN.plus(Duration.ofMinutes(1)));
    intake.send(alert("cpu").severity("warning").firing(minute(30)));
    assertThat(intake.newest().severity()).isEqualTo(P3);

    intake.send(alert("cpu").severity("high").firing(minute(30)));

    assertThat(intake.newest().severity()).isEqualTo(P2);
  }

  @ParameterizedTest
  @CsvSource({
    "warning, high, critical",
    "warning, critical, high",
    "high, warning, critical",
    "high, critical, warning",
    "critical, warning, high",
    "critical, high, warning",
  })
  void the_worst_counts_in_whatever_order_and_commits_they_come(
      String first, String second, String third) {
    var together = TestIntake.routingEverything();
    var webhooks =
        Stream.of(first, second, third)
            .map(severity ->
                together.received(TestIntake.PROMETHEUS, batch("g", 0, firing(severity))))
            .toList();

    together.intake.take(webhooks);
    webhooks.forEach(webhook -> intake.intake.take(List.of(webhook)));

    for (var end : List.of(together, intake)) {
      assertThat(end.newest().severity()).isEqualTo(P1);
      assertThat(end.alerts()).singleElement().matches(row -> row.severity().equals(P1));
    }
    assertThat(together.history()).isEqualTo(intake.history());
  }
}
