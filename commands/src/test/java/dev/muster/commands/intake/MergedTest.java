package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.AlertTally;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.testing.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where alerts go whose incident goes on as another. */
class MergedTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private AlertEvent firing(String key) {
    return alert(key).firing(intake.clock.instant());
  }

  private AlertEvent resolved(String key) {
    return alert(key).resolved(START, intake.clock.instant());
  }

  /** #2 goes on as #1; its alerts have been handed over. */
  private void merge() {
    intake.take(TestIntake.batch("first", 0, firing("a")));
    intake.take(TestIntake.batch("second", 0, firing("b")));
    var by = new Change(intake.clock.instant(), Actor.of(People.DEVOPS));
    var one = intake.incidents().getLast();
    var state = (IncidentState.Mergeable) one.state();
    intake.put(
        intake.incidents().getFirst().takingIn(one), one.into(state.merge(by, new IncidentId(1))));
    intake.store.handOver(new IncidentId(2), new IncidentId(1));
  }

  @Test
  void repeats_and_ends_of_its_alerts_are_the_others() {
    merge();

    intake.take(TestIntake.batch("second", 0, firing("b")));
    intake.take(TestIntake.batch("second", 0, resolved("b")));

    assertThat(intake.incidents()).hasSize(2);
    assertThat(intake.incidents().getFirst().alerts()).isEqualTo(new AlertTally(2, 1, 0));
  }

  @Test
  void its_group_opens_nothing_new_while_the_other_is_open() {
    merge();

    var accepted = intake.take(TestIntake.batch("second", 0, firing("c")));

    assertThat(accepted.incidents()).containsExactly(new IncidentId(1));
    assertThat(intake.incidents()).hasSize(2);
    assertThat(intake.incidents().getFirst().alerts().total()).isEqualTo(3);
  }

  @Test
  void an_alert_that_fires_anew_goes_to_the_other() {
    merge();
    intake.take(TestIntake.batch("second", 0, resolved("b")));
    intake.clock.advance(Duration.ofMinutes(10));

    var accepted = intake.take(TestIntake.batch("second", 0, firing("b")));

    assertThat(accepted.incidents()).containsExactly(new IncidentId(1));
    assertThat(intake.incidents().getLast().state()).isInstanceOf(IncidentState.Merged.class);
  }

  @Test
  void once_the_other_is_over_for_long_a_new_one_is_opened() {
    merge();
    intake.take(TestIntake.batch("first", 0, resolved("a")));
    intake.take(TestIntake.batch("second", 0, resolved("b")));
    intake.clock.advance(Duration.ofDays(2));

    var accepted = intake.take(TestIntake.batch("second", 0, firing("b")));

    assertThat(accepted.incidents()).containsExactly(new IncidentId(3));
    intake.take(TestIntake.batch("second", 0, firing("d")));
    assertThat(intake.incidents()).hasSize(3);
  }
}
