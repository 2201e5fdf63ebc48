package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Incident;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A sender says the same again, late, or out of order. */
class RepeatingTest {

  private final TestIntake intake = TestIntake.routingEverything();

  @Test
  void a_repeated_firing_disturbs_nobody_and_counts() {
    intake.send(alert("cpu").firing(START));
    var before = intake.store.tables();

    intake.clock.advance(Duration.ofHours(4));
    intake.send(alert("cpu").firing(START));

    var after = intake.store.tables();
    assertThat(after.incidents()).isEqualTo(before.incidents());
    assertThat(after.timeline()).isEqualTo(before.timeline());
    assertThat(after.replies()).isEqualTo(before.replies());
    assertThat(intake.alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.count()).isEqualTo(2);
          assertThat(alert.seenAt()).isEqualTo(intake.clock.instant());
        });
  }

  @Test
  void a_firing_sent_again_after_its_end_is_ignored() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));

    var again = intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isFalse();
    assertThat(intake.alerts()).hasSize(1);
    assertThat(again.incidents()).isEmpty();
  }

  @Test
  void a_firing_that_began_before_the_last_one_that_ended_is_ignored() {
    intake.clock.advance(Duration.ofMinutes(10));
    intake.send(alert("cpu").firing(minute(9)));
    intake.send(alert("cpu").resolved(minute(9), minute(10)));

    intake.send(alert("cpu").firing(minute(5)));

    assertThat(intake.newest().isOpen()).isFalse();
    assertThat(intake.alerts()).hasSize(1);
  }

  @Test
  void a_resolve_without_a_firing_opens_nothing() {
    var accepted = intake.send(alert("cpu").resolved(START, minute(1)));

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.history()).isEmpty();
    assertThat(accepted.incidents()).isEmpty();
  }

  @Test
  void a_firing_that_comes_after_its_own_resolve_opens_nothing() {
    intake.send(alert("cpu").resolved(START, minute(1)));

    intake.send(alert("cpu").firing(START));

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.alerts()).singleElement().matches(alert -> !alert.firing());
  }

  @Test
  void a_firing_after_the_end_of_an_episode_that_was_never_heard_of_opens_an_incident() {
    intake.send(alert("cpu").resolved(START, minute(1)));

    intake.send(alert("cpu").firing(minute(2)));

    assertThat(intake.incidents()).singleElement().matches(Incident::isOpen);
  }

  @Test
  void a_resolve_sent_twice_is_the_same_as_once() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));
    var before = intake.store.tables();

    intake.send(alert("cpu").resolved(START, minute(1)));

    var after = intake.store.tables();
    assertThat(after.incidents()).isEqualTo(before.incidents());
    assertThat(after.alerts()).isEqualTo(before.alerts());
    assertThat(after.timeline()).isEqualTo(before.timeline());
  }

  @Test
  void a_belated_resolve_of_an_earlier_episode_does_not_end_a_newer_one() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));
    intake.send(alert("cpu").firing(minute(2)));

    intake.send(alert("cpu").resolved(START, minute(1)));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void a_resolve_of_an_older_start_ends_what_began_before_its_end() {
    // Two Prometheus that watch the same: Alertmanager takes over the older start on the way.
    intake.send(alert("cpu").firing(minute(2)));

    intake.send(alert("cpu").resolved(START, minute(9)));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void an_episode_that_ended_in_the_instant_of_its_start_is_over() {
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, START));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void a_resolve_of_a_later_start_ends_the_alert_and_its_own_firing_comes_too_late() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(minute(2), minute(3)));

    intake.send(alert("cpu").firing(minute(2)));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void an_older_start_that_comes_later_does_not_put_the_alert_back() {
    intake.clock.advance(Duration.ofMinutes(3));
    intake.send(alert("cpu").firing(minute(2)));
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, minute(1)));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void a_sender_without_times_is_taken_at_its_word() {
    intake.send(alert("cpu").firing());
    intake.send(alert("cpu").resolved());
    assertThat(intake.newest().isOpen()).isFalse();

    intake.send(alert("cpu").firing());

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void a_start_in_the_future_does_not_keep_later_episodes_out() {
    var skewed = minute(60);
    intake.send(alert("cpu").firing(skewed));
    intake.send(alert("cpu").resolved(skewed, skewed));
    intake.clock.advance(Duration.ofMinutes(5));

    intake.send(alert("cpu").firing(minute(4)));

    assertThat(intake.newest().isOpen()).isTrue();
    assertThat(intake.alerts()).hasSize(2);
  }

  @Test
  void a_firing_of_a_skewed_clock_is_still_ignored_when_sent_again_after_its_end() {
    var skewed = minute(60);
    intake.send(alert("cpu").firing(skewed));
    intake.send(alert("cpu").resolved(skewed, skewed));

    intake.send(alert("cpu").firing(skewed));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void a_start_in_the_future_that_was_set_right_does_not_keep_the_end_out() {
    intake.send(alert("cpu").firing(minute(60)));
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, minute(5)));

    assertThat(intake.newest().isOpen()).isFalse();
  }
}
