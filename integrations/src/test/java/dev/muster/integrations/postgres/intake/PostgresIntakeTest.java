package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.AlertIntake;
import dev.muster.commands.intake.ReceivedBatch;
import dev.muster.commands.intake.history.Alert;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the intake once more, where rows and not objects carry what was before. */
class PostgresIntakeTest {

  private static final Instant START = TestClock.START;

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final AlertIntake intake = replica.intake();

  @AfterEach
  void close() {
    replica.close();
  }

  private void take(ReceivedBatch... webhooks) {
    intake.take(List.of(webhooks));
  }

  private ReceivedBatch firing(String title, Instant startsAt) {
    return Webhooks.firing(title, startsAt, clock.instant());
  }

  private ReceivedBatch resolved(String title, Instant startsAt) {
    return Webhooks.resolved(title, startsAt, startsAt.plusSeconds(60), clock.instant());
  }

  private List<Incident> incidents() {
    return replica.incidents().list(IncidentFilter.ALL, PageRequest.first(50)).items();
  }

  private List<Alert> alerts() {
    var all =
        new AlertFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new PostgresAlertHistory(replica.database()).list(all, PageRequest.first(50)).items();
  }

  @Test
  void an_alert_is_kept_with_all_that_its_sender_said() {
    take(firing("cpu", START.minusSeconds(30)));

    assertThat(alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.fingerprint()).isEqualTo("cpu");
          assertThat(alert.source()).isEqualTo("alertmanager");
          assertThat(alert.status()).isEqualTo(AlertStatus.FIRING.word());
          assertThat(alert.severity()).isEqualTo("P1");
          assertThat(alert.summary()).contains("cpu is bad");
          assertThat(alert.labels()).isEqualTo(Map.of("service", "api", "alertname", "cpu"));
          assertThat(alert.annotations()).isEqualTo(Map.of("description", "<b>cpu</b>"));
          assertThat(alert.links()).containsOnlyKeys("source");
          assertThat(alert.startsAt()).contains(START.minusSeconds(30));
          assertThat(alert.endsAt()).isEmpty();
          assertThat(alert.openedAt()).isEqualTo(START);
          assertThat(alert.lastSeenAt()).isEqualTo(START);
          assertThat(alert.count()).isEqualTo(1);
          assertThat(alert.incident()).contains(incidents().getFirst().id());
        });
  }

  @Test
  void an_incident_knows_the_route_that_opened_it() {
    take(Webhooks.firing("cpu", START, START));

    assertThat(incidents().getFirst().route()).contains("everything");
  }

  @Test
  void a_repeat_counts_and_disturbs_nobody() {
    take(firing("cpu", START));
    var before = incidents();
    clock.advance(Duration.ofHours(4));

    take(firing("cpu", START), firing("cpu", START));

    assertThat(incidents()).isEqualTo(before);
    assertThat(alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.count()).isEqualTo(3);
          assertThat(alert.lastSeenAt()).isEqualTo(clock.instant());
        });
  }

  @Test
  void an_end_is_kept_and_ends_the_incident() {
    take(firing("cpu", START));

    take(resolved("cpu", START));

    assertThat(alerts())
        .singleElement()
        .satisfies(alert -> {
          assertThat(alert.status()).isEqualTo(AlertStatus.RESOLVED.word());
          assertThat(alert.endsAt()).contains(START.plusSeconds(60));
        });
    assertThat(incidents()).noneMatch(Incident::isOpen);
    assertThat(replica.incidents().timeline(incidents().getFirst().id(), 10))
        .extracting(TimelineEntry::text)
        .containsExactly(
            "Opened for cpu", "cpu fires", "cpu is over", "Resolved: all of its alerts are over");
  }

  /** Alertmanager sends nine digits of a second and PostgreSQL keeps six, rounding some up. */
  @ParameterizedTest
  @ValueSource(longs = {739_266_476, 739_266_876, 999_999_999, 1})
  void a_firing_sent_again_after_its_end_is_known_by_its_start(long nanos) {
    var startsAt = START.plusNanos(nanos);
    clock.advance(Duration.ofMinutes(1));
    take(firing("cpu", startsAt));
    take(resolved("cpu", startsAt));

    take(firing("cpu", startsAt));

    assertThat(incidents()).singleElement().matches(incident -> !incident.isOpen());
    assertThat(alerts()).hasSize(1);
  }

  @Test
  void a_firing_sent_again_long_after_its_end_fires_anew() {
    take(firing("cpu", START));
    take(resolved("cpu", START));
    clock.advance(Duration.ofMinutes(6));

    take(firing("cpu", START));

    assertThat(incidents()).singleElement().matches(Incident::isOpen);
    assertThat(alerts()).extracting(Alert::status).containsExactly("firing", "resolved");
  }

  @Test
  void an_end_that_the_previous_release_wrote_counts_as_long_ago() {
    take(firing("cpu", START));
    take(resolved("cpu", START));
    replica.database().with(handle -> handle.execute("update episode set ended_at = null"));

    take(firing("cpu", START));

    assertThat(incidents()).singleElement().matches(Incident::isOpen);
  }

  @Test
  void a_whole_life_in_one_commit_is_an_alert_that_is_over() {
    take(firing("cpu", START), firing("cpu", START), resolved("cpu", START));

    assertThat(incidents()).singleElement().matches(incident -> !incident.isOpen());
    assertThat(alerts())
        .singleElement()
        .matches(alert -> alert.status().equals("resolved") && alert.count() == 2);
  }

  @Test
  void a_firing_that_comes_after_its_own_end_opens_nothing() {
    take(resolved("cpu", START));

    take(firing("cpu", START));

    assertThat(incidents()).isEmpty();
    assertThat(alerts()).singleElement().matches(alert -> alert.status().equals("resolved"));
  }

  @Test
  void an_alert_that_moves_to_a_new_incident_is_listed_there() {
    take(firing("cpu", START));
    var first = incidents().getFirst();
    replica
        .database()
        .inTransaction(() ->
            replica
                .database()
                .with(handle ->
                    handle.execute(
                        "update incident set status = 'resolved', resolved_at = ?, resolved_by ="
                            + " 'devops', resolved_name = 'DevOps'",
                        START.atOffset(ZoneOffset.UTC))));
    clock.advance(TestReplica.REOPEN_WITHIN);

    take(firing("cpu", START));

    assertThat(incidents()).hasSize(2);
    assertThat(alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.incident()).isNotEqualTo(Optional.of(first.id())));
    assertThat(alerts().getFirst().incident()).contains(incidents().getFirst().id());
  }

  @Test
  void a_webhook_of_very_many_alerts_is_taken_in_one_commit() {
    var events =
        IntStream.range(0, 5_000)
            .mapToObj(
                i -> Webhooks.event("alert " + i, AlertStatus.FIRING, START, Optional.empty()))
            .toList();
    var batch = new AlertBatch(AlertStatus.FIRING, Optional.of("storm"), events, 0);
    var single = firing("x", START);

    take(new ReceivedBatch(single.id(), single.integration(), single.body(), batch));

    assertThat(incidents())
        .singleElement()
        .satisfies(storm -> assertThat(storm.alerts().firing()).isEqualTo(5_000));
    assertThat(replica.count("select count(distinct id) from alert")).isEqualTo(5_000);
  }

  @Test
  void incident_numbers_begin_with_one() {
    take(firing("cpu", START));

    assertThat(incidents()).extracting(Incident::id).containsExactly(new IncidentId(1));
  }
}
