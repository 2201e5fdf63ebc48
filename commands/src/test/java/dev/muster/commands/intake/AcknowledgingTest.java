package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentStatus;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody took an alert in the sender's own tool: its incident is acknowledged. */
class AcknowledgingTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private static AlertEvent taken(String key) {
    return alert(key).says(AlertStatus.ACKNOWLEDGED);
  }

  private IncidentStatus status() {
    return intake.newest().state().status();
  }

  @Test
  void the_incident_is_acknowledged_by_its_sender() {
    var opened = intake.send(alert("cpu").firing());
    intake.clock.advance(Duration.ofMinutes(2));

    var accepted = intake.send(taken("cpu"));

    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
    var change = intake.newest().state().acknowledged().orElseThrow();
    assertThat(change.by()).isEqualTo(new Actor.Sender("prometheus"));
    assertThat(change.at()).isEqualTo(intake.clock.instant());
    assertThat(accepted.incidents()).isEqualTo(opened.incidents());
    assertThat(accepted.ignored()).isEqualTo(Delivery.Ignored.NONE);
    assertThat(intake.history()).endsWith("Acknowledged: somebody has cpu");
    assertThat(intake.replies()).endsWith("Acknowledged through prometheus, 2 min after it began.");
  }

  @Test
  void one_of_several_alerts_is_enough_and_all_go_on_firing() {
    intake.send(alert("cpu").firing(), alert("disk").firing());

    intake.send(taken("disk"));

    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
    assertThat(intake.newest().alerts().firing()).isEqualTo(2);
    assertThat(intake.alerts()).allMatch(MemoryTables.Row::firing);
  }

  @Test
  void what_joins_or_repeats_leaves_it_acknowledged_and_the_last_end_resolves_it() {
    intake.send(alert("cpu").firing());
    intake.send(taken("cpu"));

    intake.send(alert("cpu").firing(), alert("disk").firing());
    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);

    intake.send(alert("cpu").resolved(), alert("disk").resolved());
    assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(intake.newest().state().acknowledged()).isPresent();
  }

  @Test
  void opened_and_acknowledged_in_one_commit() {
    var results =
        intake.intake.take(
            List.of(
                intake.received(
                    TestIntake.PROMETHEUS, TestIntake.batch("g", 0, alert("cpu").firing())),
                intake.received(TestIntake.PROMETHEUS, TestIntake.batch("g", 0, taken("cpu")))));

    assertThat(results).hasSize(2);
    assertThat(status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
  }

  @Test
  void who_has_it_already_is_not_displaced() {
    intake.send(alert("cpu").firing());
    intake.send(taken("cpu"));
    var before = intake.newest();
    intake.clock.advance(Duration.ofMinutes(5));

    var again = intake.send(taken("cpu"));

    assertThat(intake.newest()).isEqualTo(before);
    assertThat(again.ignored().first().getFirst().reason())
        .isEqualTo("its incident #1 is acknowledged already");
  }

  @Test
  void what_a_person_called_over_stays_over() {
    intake.send(alert("cpu").firing());
    intake.resolveByHand();

    var late = intake.send(taken("cpu"));

    assertThat(status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(late.ignored().first().getFirst().reason())
        .isEqualTo("its incident #1 is resolved already");
  }

  @Test
  void an_acknowledgement_of_nothing_opens_nothing() {
    var accepted = intake.send(taken("cpu"));

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.alerts()).isEmpty();
    assertThat(accepted.ignored().first().getFirst().reason())
        .isEqualTo("acknowledges what does not fire");
  }

  @Test
  void it_says_nothing_of_alerts_that_the_sender_left_out() {
    intake.take(TestIntake.batch("g", 3, alert("cpu").firing()));

    intake.take(TestIntake.batch("g", 0, taken("cpu")));

    assertThat(intake.newest().alerts().truncated()).isEqualTo(3);
  }

  @Test
  void an_alert_without_an_incident_is_only_kept() {
    var quiet = new TestIntake();
    quiet.send(alert("cpu").firing());

    assertThat(quiet.send(taken("cpu")).ignored().first().getFirst().reason())
        .isEqualTo("acknowledges an alert that has no incident");
  }
}
