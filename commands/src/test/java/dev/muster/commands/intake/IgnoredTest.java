package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.intake.Delivery.IgnoredAlert;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what changed nothing the sender is told why, and the kept webhook says it too. */
class IgnoredTest {

  private final TestIntake intake = TestIntake.routingEverything();

  private void expectIgnored(AlertEvent event, String reason) {
    var accepted = intake.send(event);

    var ignored = new Delivery.Ignored(1, List.of(new IgnoredAlert(event.dedupKey(), reason)));
    assertThat(accepted.ignored()).isEqualTo(ignored);
    assertThat(intake.store.tables().deliveries().getLast().delivery().ignored())
        .isEqualTo(ignored);
  }

  @Test
  void nothing_is_ignored_of_an_ordinary_life() {
    assertThat(intake.send(alert("cpu").firing(START)).ignored()).isEqualTo(Delivery.Ignored.NONE);
    assertThat(intake.send(alert("cpu").firing(START)).ignored()).isEqualTo(Delivery.Ignored.NONE);
    assertThat(intake.send(alert("cpu").resolved(START, minute(1))).ignored())
        .isEqualTo(Delivery.Ignored.NONE);
  }

  @Test
  void a_late_copy() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));

    expectIgnored(
        alert("cpu").firing(START),
        "ended within the last minute and has the same start or an older one: taken for a copy"
            + " that came late");
  }

  @Test
  void what_goes_on_firing_after_an_end_by_hand() {
    intake.send(alert("cpu").firing(START));
    intake.resolveByHand();

    expectIgnored(
        alert("cpu").firing(START),
        "its incident #1 was resolved by hand; it stays quiet for a while");
  }

  @Test
  void an_end_of_what_never_fired() {
    expectIgnored(alert("cpu").resolved(START, minute(1)), "ended, but its firing never came");
    expectIgnored(alert("disk").resolved(), "ended, but its firing never came");
  }

  @Test
  void an_end_of_a_later_firing_that_never_came() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));

    expectIgnored(alert("cpu").resolved(minute(2), minute(3)), "ended, but its firing never came");
  }

  @Test
  void an_end_that_was_said_before() {
    intake.send(alert("cpu").firing(START));
    intake.send(alert("cpu").resolved(START, minute(1)));

    expectIgnored(alert("cpu").resolved(START, minute(1)), "was over already");
  }

  @Test
  void an_end_that_comes_after_the_next_firing() {
    intake.send(alert("cpu").firing(minute(2)));

    expectIgnored(
        alert("cpu").resolved(START, minute(1)),
        "ends an earlier firing than the one that goes on");
  }

  @ParameterizedTest
  @CsvSource({"SUPPRESSED, suppressed", "UNKNOWN, unknown"})
  void a_status_that_says_neither_firing_nor_resolved(AlertStatus status, String word) {
    expectIgnored(
        alert("cpu").says(status), "the status " + word + " neither opens nor ends anything");
  }

  @Test
  void all_are_counted_and_the_first_ten_are_named() {
    var events =
        IntStream.range(0, 12)
            .mapToObj(i -> alert("a" + i).says(AlertStatus.SUPPRESSED))
            .toArray(AlertEvent[]::new);

    var ignored = intake.send(events).ignored();

    assertThat(ignored.count()).isEqualTo(12);
    assertThat(ignored.first())
        .extracting(IgnoredAlert::fingerprint)
        .hasSize(10)
        .startsWith("a0")
        .endsWith("a9");
  }
}
