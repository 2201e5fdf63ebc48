package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.testing.People;
import org.junit.jupiter.api.Test;

/** What alerts do to an incident that a person mitigated. */
class MitigatedTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private AlertEvent firing(String key) {
    return alert(key).firing(intake.clock.instant());
  }

  private AlertEvent resolved(String key) {
    return alert(key).resolved(START, intake.clock.instant());
  }

  private void mitigate() {
    intake.change(incident ->
        incident.to(
            ((IncidentState.Burning) incident.state())
                .mitigate(new Change(intake.clock.instant(), Actor.of(People.DEVOPS)))));
  }

  @Test
  void the_end_of_its_alerts_leaves_the_end_to_a_person_and_says_so() {
    intake.send(firing("a"));
    mitigate();

    intake.send(resolved("a"));

    assertThat(intake.newest().state()).isInstanceOf(IncidentState.Mitigated.class);
    assertThat(intake.replies().getLast())
        .isEqualTo("All of its alerts are over. Resolve it when you are sure: /incident resolve 1");
  }

  @Test
  void an_end_that_is_sent_again_is_not_told_again() {
    intake.send(firing("a"));
    mitigate();
    intake.send(resolved("a"));
    var told = intake.replies().size();

    intake.send(resolved("a"));

    assertThat(intake.replies()).hasSize(told);
  }

  @Test
  void repeats_of_what_fires_anyway_change_nothing() {
    intake.send(firing("a"));
    mitigate();

    intake.send(firing("a"));

    assertThat(intake.newest().state()).isInstanceOf(IncidentState.Mitigated.class);
  }

  @Test
  void what_fires_anew_brings_it_back_to_whoever_had_it() {
    intake.send(firing("a"));
    mitigate();

    intake.send(firing("b"));

    assertThat(intake.newest().state())
        .isEqualTo(
            new IncidentState.Acknowledged(
                new Change(intake.clock.instant(), Actor.of(People.DEVOPS))));
    assertThat(intake.history()).contains("Not mitigated: b fires");
    assertThat(intake.replies().getLast())
        .isEqualTo("Fires again: b. It is not mitigated any more. DevOps Engineer has it.");
    assertThat(intake.incidents()).hasSize(1);
  }
}
