package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReopeningTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private void fireAndResolve() {
    intake.send(alert("cpu").firing(START));
    intake.clock.advance(Duration.ofMinutes(1));
    intake.send(alert("cpu").resolved(START, minute(1)));
  }

  @Test
  void an_alert_that_fires_again_soon_opens_the_same_incident_again_and_says_so() {
    fireAndResolve();
    intake.clock.advance(TestIntake.REOPEN_WITHIN.minusSeconds(1));

    var accepted = intake.send(alert("cpu").firing(minute(30)));

    assertThat(accepted.incidents()).containsExactly(new IncidentId(1));
    assertThat(intake.incidents())
        .singleElement()
        .matches(incident -> incident.state().status() == IncidentStatus.TRIGGERED);
    assertThat(intake.history()).endsWith("Opened again: cpu fires", "cpu fires");
    assertThat(intake.replies())
        .endsWith("Fires again: cpu. The incident is open again, nobody has it.");
  }

  @Test
  void another_alert_of_the_group_opens_it_again_too() {
    fireAndResolve();

    intake.send(alert("disk").firing(minute(2)));

    assertThat(intake.incidents()).singleElement().matches(Incident::isOpen);
  }

  @Test
  void an_alert_that_fires_again_late_opens_a_new_incident() {
    fireAndResolve();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);

    var accepted = intake.send(alert("cpu").firing(minute(31)));

    assertThat(accepted.incidents()).containsExactly(new IncidentId(2));
    assertThat(intake.incidents()).extracting(Incident::isOpen).containsExactly(false, true);
    assertThat(intake.replies()).containsExactly("Details of cpu", "Details of cpu");
  }

  @Test
  void what_goes_on_firing_soon_after_an_end_by_hand_is_ignored() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();
    var before = intake.store.tables();
    intake.clock.advance(TestIntake.REOPEN_WITHIN.minusSeconds(1));

    intake.send(alert("cpu").firing(START));

    assertThat(intake.store.tables().incidents()).isEqualTo(before.incidents());
    assertThat(intake.store.tables().replies()).isEqualTo(before.replies());
  }

  @Test
  void what_began_after_an_end_by_hand_opens_the_incident_again() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();
    intake.clock.advance(Duration.ofMinutes(2));

    intake.send(alert("cpu").firing(intake.clock.instant()));

    assertThat(intake.incidents()).singleElement().matches(Incident::isOpen);
    assertThat(intake.newest().alerts().firing()).isEqualTo(1);
    assertThat(intake.replies()).last().asString().startsWith("Fires again: cpu.");
  }

  @Test
  void a_start_in_the_future_does_not_open_what_was_ended_by_hand() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();

    intake.send(alert("cpu").firing(intake.clock.instant().plus(Duration.ofHours(3))));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void what_goes_on_firing_long_after_an_end_by_hand_opens_a_new_incident() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);

    intake.send(alert("cpu").firing(START));

    assertThat(intake.incidents()).extracting(Incident::isOpen).containsExactly(false, true);
    assertThat(intake.incidents())
        .extracting(incident -> incident.alerts().firing())
        .containsExactly(0, 1);
    assertThat(intake.alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.incident()).contains(new IncidentId(2));
          assertThat(alert.count()).isEqualTo(2);
        });
  }

  @Test
  void the_end_of_what_moved_ends_the_new_incident() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, minute(31)));

    assertThat(intake.incidents()).noneMatch(Incident::isOpen);
  }

  @Test
  void an_incident_opened_again_ends_again() {
    fireAndResolve();
    intake.send(alert("cpu").firing(minute(2)));

    intake.send(alert("cpu").resolved(minute(2), minute(3)));

    assertThat(intake.incidents()).singleElement().matches(incident -> !incident.isOpen());
    assertThat(intake.replies())
        .endsWith(
            "Fires again: cpu. The incident is open again, nobody has it.",
            "Over: all of its alerts have ended, 1 min after it began. Resolved.");
    assertThat(intake.alerts()).hasSize(2).noneMatch(MemoryTables.Row::firing);
  }
}
