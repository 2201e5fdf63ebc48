package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A firing that is sent again after its end, with the same start. */
class LateCopyTest {

  private static final Duration LATE_ENOUGH = Episode.COPIES_COME_WITHIN.plusMillis(1);

  private final TestIntake intake = TestIntake.routingEverything();

  private void fireAndResolve() {
    intake.send(alert("cpu").firing(START));
    intake.clock.advance(Duration.ofMinutes(1));
    intake.send(alert("cpu").resolved(START, minute(1)));
  }

  /** As an earlier release leaves it: without the time of its end. */
  private void forgetTheEnd() {
    var over = intake.store.tables().episodes().values().iterator().next();
    var row =
        new Episode(
            over.key(),
            over.alertId(),
            over.openedAt(),
            over.startsAt(),
            false,
            over.incident(),
            Optional.empty(),
            over.severity(),
            Optional.empty());
    intake.store.save(
        new IntakeChanges(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(row),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 59, 60})
  void is_ignored_for_a_minute(int seconds) {
    fireAndResolve();
    intake.clock.advance(Duration.ofSeconds(seconds));

    var again = intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isFalse();
    assertThat(intake.alerts()).hasSize(1);
    assertThat(again.incidents()).isEmpty();
  }

  @Test
  void opens_the_incident_again_when_it_comes_later() {
    fireAndResolve();
    intake.clock.advance(LATE_ENOUGH);

    var again = intake.send(alert("cpu").firing(START));

    assertThat(again.incidents()).containsExactly(intake.newest().id());
    assertThat(intake.incidents()).singleElement().matches(Incident::isOpen);
    assertThat(intake.alerts()).extracting(MemoryTables.Row::firing).containsExactly(false, true);
    assertThat(intake.history()).endsWith("Opened again: cpu fires", "cpu fires");
  }

  @Test
  void opens_a_new_incident_when_the_old_one_is_long_over() {
    fireAndResolve();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);

    intake.send(alert("cpu").firing(START));

    assertThat(intake.incidents()).extracting(Incident::isOpen).containsExactly(false, true);
  }

  @Test
  void that_opened_a_new_episode_is_repeated_and_ends_like_any_other() {
    fireAndResolve();
    intake.clock.advance(LATE_ENOUGH);
    intake.send(alert("cpu").firing(START));
    intake.clock.advance(LATE_ENOUGH);
    intake.send(alert("cpu").firing(START));

    intake.send(alert("cpu").resolved(START, intake.clock.instant()));

    assertThat(intake.newest().isOpen()).isFalse();
    assertThat(intake.alerts())
        .hasSize(2)
        .last()
        .matches(alert -> !alert.firing() && alert.count() == 2);
  }

  @Test
  void with_an_older_start_is_ignored_and_opens_as_long() {
    intake.clock.advance(Duration.ofMinutes(10));
    intake.send(alert("cpu").firing(minute(9)));
    intake.send(alert("cpu").resolved(minute(9), minute(10)));
    intake.send(alert("cpu").firing(minute(5)));
    assertThat(intake.newest().isOpen()).isFalse();
    intake.clock.advance(LATE_ENOUGH);

    intake.send(alert("cpu").firing(minute(5)));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void of_an_end_that_nothing_was_heard_of_before_opens_an_incident_when_it_comes_later() {
    intake.send(alert("cpu").resolved(START, minute(1)));
    intake.clock.advance(LATE_ENOUGH);

    intake.send(alert("cpu").firing(START));

    assertThat(intake.incidents()).singleElement().matches(Incident::isOpen);
  }

  @Test
  void does_not_get_more_time_by_an_end_that_is_sent_again() {
    fireAndResolve();
    intake.clock.advance(LATE_ENOUGH);
    intake.send(alert("cpu").resolved(START, minute(1)));

    intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void of_a_start_in_the_future_opens_an_incident_when_it_comes_later() {
    var skewed = minute(60);
    intake.send(alert("cpu").firing(skewed));
    intake.send(alert("cpu").resolved(skewed, skewed));
    intake.clock.advance(LATE_ENOUGH);

    intake.send(alert("cpu").firing(skewed));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void is_ignored_by_a_replica_whose_clock_is_a_little_behind() {
    fireAndResolve();
    intake.clock.advance(Duration.ofSeconds(-20));

    intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isFalse();
  }

  @Test
  void is_not_kept_out_by_an_end_that_a_wrong_clock_put_into_the_future() {
    intake.clock.advance(Duration.ofHours(2));
    fireAndResolve();
    intake.clock.advance(Duration.ofHours(-2).plus(LATE_ENOUGH));

    intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isTrue();
  }

  @Test
  void counts_as_late_where_an_earlier_release_wrote_the_end() {
    fireAndResolve();
    forgetTheEnd();

    intake.send(alert("cpu").firing(START));

    assertThat(intake.newest().isOpen()).isTrue();
  }
}
