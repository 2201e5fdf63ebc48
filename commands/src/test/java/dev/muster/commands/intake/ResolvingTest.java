package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.intake.TestIntake.batch;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.IncidentState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvingTest {

  private final TestIntake intake = TestIntake.routingEverything();

  @Test
  void an_incident_is_over_when_all_of_its_alerts_are() {
    intake.send(alert("cpu").firing(START), alert("disk").firing(START));

    intake.send(alert("cpu").resolved(START, minute(1)));
    assertThat(intake.newest().isOpen()).isTrue();
    intake.clock.advance(Duration.ofMinutes(2));
    intake.send(alert("disk").resolved(START, minute(2)));

    assertThat(intake.newest().state())
        .isInstanceOfSatisfying(
            IncidentState.Resolved.class,
            over -> {
              assertThat(over.change().by()).isEqualTo(new Actor.Sender("prometheus"));
              assertThat(over.change().at()).isEqualTo(minute(2));
            });
    assertThat(intake.history())
        .endsWith("cpu is over", "disk is over", "Resolved: all of its alerts are over");
  }

  @Test
  void an_end_by_the_sender_is_shown_in_the_post_and_not_said_in_a_thread_where_nobody_spoke() {
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, minute(1)));

    assertThat(intake.replies()).containsExactly("Details of cpu");
  }

  @Test
  void a_mixed_group_is_taken_alert_by_alert() {
    intake.send(alert("a").firing(START), alert("b").firing(START), alert("c").firing(START));

    intake.send(
        alert("a").firing(START),
        alert("b").resolved(START, minute(1)),
        alert("c").resolved(START, minute(1)));

    assertThat(intake.newest().isOpen()).isTrue();
    assertThat(intake.newest().alerts().firing()).isEqualTo(1);
    assertThat(intake.alerts())
        .extracting(MemoryTables.Row::firing)
        .containsExactly(true, false, false);
  }

  @Test
  void one_that_fires_anew_in_the_webhook_that_ends_the_others_keeps_the_incident_open() {
    intake.send(alert("a").firing(START));

    intake.send(alert("a").resolved(START, minute(1)), alert("b").firing(minute(1)));

    assertThat(intake.newest().isOpen()).isTrue();
    assertThat(intake.history()).doesNotContain("Resolved: all of its alerts are over");
  }

  @Test
  void alerts_that_the_sender_left_out_are_never_taken_for_over() {
    intake.take(batch("g", 5, alert("a").firing(START)));

    intake.take(batch("g", 5, alert("a").resolved(START, minute(1))));

    assertThat(intake.newest().isOpen()).isTrue();
    assertThat(intake.newest().alerts().truncated()).isEqualTo(5);
  }

  @Test
  void an_incident_is_over_once_the_sender_leaves_none_out() {
    intake.take(batch("g", 5, alert("a").firing(START)));

    intake.take(batch("g", 0, alert("a").resolved(START, minute(1))));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void a_whole_life_in_one_commit_is_an_incident_that_is_over() {
    var group =
        List.of(
            intake.received(TestIntake.PROMETHEUS, batch("g", 0, alert("a").firing(START))),
            intake.received(TestIntake.PROMETHEUS, batch("g", 0, alert("a").firing(START))),
            intake.received(
                TestIntake.PROMETHEUS, batch("g", 0, alert("a").resolved(START, minute(1)))));

    intake.intake.take(group);

    assertThat(intake.newest().isOpen()).isFalse();
    assertThat(intake.alerts())
        .singleElement()
        .matches(alert -> !alert.firing() && alert.count() == 2);
  }

  @Test
  void what_ended_by_hand_is_not_ended_again_by_the_sender() {
    intake.send(alert("a").firing(START));
    intake.resolveByHand();

    intake.send(alert("a").resolved(START, minute(1)));

    assertThat(intake.newest().state())
        .isInstanceOfSatisfying(
            IncidentState.Resolved.class,
            over -> assertThat(over.change().by()).isInstanceOf(Actor.Human.class));
    assertThat(intake.newest().alerts().firing()).isZero();
    assertThat(intake.history()).endsWith("a is over");
  }
}
