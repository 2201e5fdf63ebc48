package dev.muster.commands.intake;

import static dev.muster.commands.intake.TestAlert.alert;
import static dev.muster.commands.testing.TestClock.START;
import static dev.muster.commands.testing.TestClock.minute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Details.Snooze;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A silence keeps alerts from opening incidents, and hides nothing. */
class SilencedTest {

  private static final SilenceId THREE = new SilenceId(3);
  private static final SilenceId FOUR = new SilenceId(4);

  private final TestIntake intake = TestIntake.routingEverything();

  private static Silence silence(SilenceId id, String matchers, Instant until) {
    var change = new Change(START, Actor.of(People.DEVOPS));
    return new Silence(id, MatcherReader.parse(matchers), "disk swap", change, until);
  }

  private static Silence ofDb(SilenceId id, Instant until) {
    return silence(id, "service=db", until);
  }

  private static TestAlert disk() {
    return alert("disk").label("service", "db");
  }

  private void release(SilenceId id) {
    while (intake.intake.release(id) > 0) {
      assertThat(intake.alerts()).isNotEmpty();
    }
  }

  @Test
  void a_silenced_alert_is_kept_and_opens_nothing() {
    intake.store.silence(ofDb(THREE, minute(60)));

    var accepted = intake.send(disk().firing(START));
    intake.send(disk().firing(START));

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.alerts())
        .singleElement()
        .matches(row -> row.firing() && row.count() == 2)
        .matches(row -> row.silence().equals(Optional.of(THREE)));
    assertThat(accepted.ignored().first())
        .extracting(Delivery.IgnoredAlert::reason)
        .containsExactly("silence 3 keeps it quiet: it is kept, and opens no incident yet");
  }

  @Test
  void others_are_told_as_ever() {
    intake.store.silence(ofDb(THREE, minute(60)));

    intake.send(alert("cpu").label("service", "api").firing(START));

    assertThat(intake.incidents()).hasSize(1);
    assertThat(intake.alerts()).noneMatch(row -> row.silence().isPresent());
  }

  @Test
  void what_still_fires_when_it_ends_opens_its_incident_and_says_why() {
    intake.store.silence(ofDb(THREE, minute(60)));
    intake.send(disk().severity("critical").firing(START));
    intake.store.silence();

    release(THREE);
    release(THREE);

    assertThat(intake.incidents())
        .singleElement()
        .matches(incident -> incident.isOpen() && incident.alerts().firing() == 1)
        .matches(incident -> incident.severity().equals(TestIntake.P1));
    assertThat(intake.history())
        .containsExactly(
            "Opened for disk", "disk fires on: silence 3, which kept it quiet, has ended");
    assertThat(intake.store.tables().replies().getFirst().message().blocks().toString())
        .contains("Opened now, since silence 3 has ended and it fires on.");
    assertThat(intake.alerts())
        .singleElement()
        .matches(row -> row.incident().isPresent() && row.silence().isEmpty())
        .matches(row -> row.count() == 1);
  }

  @Test
  void alerts_of_one_group_open_one_incident_then() {
    intake.store.silence(ofDb(THREE, minute(60)));
    intake.send(disk().firing(START), alert("disk 2").label("service", "db").firing(START));
    intake.store.silence();

    release(THREE);

    assertThat(intake.incidents())
        .singleElement()
        .satisfies(incident -> assertThat(incident.alerts().firing()).isEqualTo(2));
  }

  @Test
  void another_silence_takes_it_over() {
    intake.store.silence(ofDb(THREE, minute(60)));
    intake.send(disk().firing(START));
    intake.store.silence(ofDb(FOUR, minute(90)));

    release(THREE);

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.alerts().getFirst().silence()).contains(FOUR);
  }

  @Test
  void one_whose_time_has_come_keeps_nothing_quiet_although_nobody_has_noted_its_end() {
    intake.store.silence(ofDb(THREE, minute(60)));
    intake.send(disk().firing(START));
    intake.clock.advance(Duration.ofMinutes(60));

    intake.send(disk().firing(START));

    assertThat(intake.incidents()).hasSize(1);
    assertThat(intake.alerts().getFirst().silence()).isEmpty();
    release(THREE);
    assertThat(intake.incidents()).hasSize(1);
  }

  @Test
  void what_is_over_before_the_silence_is_opens_nothing_and_stays_known_for_silenced() {
    intake.store.silence(ofDb(THREE, minute(60)));
    intake.send(disk().firing(START));
    intake.send(disk().resolved(START, minute(5)));
    intake.store.silence();

    release(THREE);

    assertThat(intake.incidents()).isEmpty();
    assertThat(intake.alerts())
        .singleElement()
        .matches(row -> !row.firing() && row.silence().equals(Optional.of(THREE)));
  }

  @Test
  void an_open_incident_keeps_its_alerts_and_says_what_is_silenced_of_its_group() {
    intake.send(disk().firing(START));
    intake.store.silence(ofDb(THREE, minute(60)));

    intake.send(disk().firing(START), alert("disk 2").label("service", "db").firing(START));

    assertThat(intake.newest().alerts().firing()).isEqualTo(1);
    assertThat(intake.newest().details().quiet().silences()).containsEntry(3L, minute(60));
    assertThat(intake.history()).endsWith("disk 2 fires too, but silence 3 keeps it quiet");
  }

  @Test
  void a_silenced_alert_opens_no_incident_again() {
    intake.send(disk().firing(START));
    intake.resolveByHand();
    intake.clock.advance(TestIntake.REOPEN_WITHIN);
    intake.store.silence(ofDb(THREE, minute(600)));

    intake.send(disk().firing(START));

    assertThat(intake.incidents()).singleElement().matches(incident -> !incident.isOpen());
    intake.store.silence();
    release(THREE);
    assertThat(intake.incidents()).hasSize(2);
  }

  private void snooze() {
    var change = new Change(intake.clock.instant(), Actor.of(People.DEVOPS));
    intake.change(incident ->
        incident.with(
            incident.details().snoozed(new Snooze(minute(120), change, Optional.empty()))));
  }

  private boolean isSnoozed(Incident incident) {
    return incident.details().snooze().isPresent();
  }

  @Test
  void a_snoozed_incident_sleeps_on_when_more_of_the_same_comes() {
    intake.send(disk().severity("high").firing(START));
    snooze();

    intake.send(alert("disk 2").severity("high").firing(START));
    intake.send(disk().severity("high").firing(START));

    assertThat(intake.newest()).matches(this::isSnoozed);
  }

  @Test
  void a_worse_alert_ends_a_snooze_and_says_so() {
    intake.send(disk().severity("high").firing(START));
    snooze();

    intake.send(alert("disk 2").severity("critical").firing(START));

    assertThat(intake.newest()).matches(incident -> !isSnoozed(incident));
    assertThat(intake.history()).endsWith("Snoozed no more: disk 2 is P1");
    assertThat(intake.replies())
        .endsWith("Snoozed no more: disk 2 is P1. It is P1 now, nobody has it.");
  }

  @Test
  void an_alert_that_gets_worse_ends_a_snooze() {
    intake.send(disk().severity("high").firing(START));
    snooze();

    intake.send(disk().severity("critical").firing(START));

    assertThat(intake.newest()).matches(incident -> !isSnoozed(incident));
    assertThat(intake.replies()).anyMatch(reply -> reply.startsWith("Snoozed no more: disk is P1"));
  }

  @Test
  void what_is_over_is_snoozed_no_more() {
    intake.send(disk().firing(START));
    snooze();

    intake.send(disk().resolved(START, minute(5)));

    assertThat(intake.newest()).matches(incident -> !incident.isOpen() && !isSnoozed(incident));
    assertThat(intake.replies()).last().asString().startsWith("Over: all of its alerts have ended");
  }
}
