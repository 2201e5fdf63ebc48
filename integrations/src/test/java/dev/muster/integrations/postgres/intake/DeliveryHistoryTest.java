package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.history.AlertFilter;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came in can be listed and read back, byte for byte. */
class DeliveryHistoryTest {
  private static final Integration PROMETHEUS =
      new Integration("prometheus", "alertmanager", Optional.empty());

  private static final AlertFilter ALL =
      new AlertFilter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresAlertHistory alerts = new PostgresAlertHistory(replica.database());

  private final PostgresDeliveryHistory deliveries =
      new PostgresDeliveryHistory(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private void fire(String title) {
    replica.intake().take(List.of(Webhooks.firing(title, clock.instant(), clock.instant())));
  }

  private DeliveryId keepUnreadable(byte[] body) {
    var id = DeliveryId.at(clock.instant());
    var delivery = Delivery.unreadable(id, PROMETHEUS, "line 1, column 5: no");
    replica.store().keep(new KeptDelivery(delivery, new RawBody(body)));
    return id;
  }

  @Test
  void a_body_is_kept_byte_for_byte() {
    var bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);

    var id = keepUnreadable(bytes);

    assertThat(deliveries.body(id))
        .hasValueSatisfying(body -> assertThat(body.bytes()).isEqualTo(bytes));
  }

  @Test
  void an_unreadable_webhook_is_found_with_the_reason() {
    var id = keepUnreadable(new byte[0]);

    assertThat(deliveries.find(id))
        .contains(Delivery.unreadable(id, PROMETHEUS, "line 1, column 5: no"));
    assertThat(deliveries.body(id)).hasValueSatisfying(body -> assertThat(body.bytes()).isEmpty());
  }

  @Test
  void a_webhook_is_linked_to_the_alerts_and_incidents_that_it_caused() {
    fire("cpu");

    var delivery = deliveries.list(Optional.empty(), PageRequest.first(1)).items().getFirst();

    assertThat(delivery.state()).isEqualTo(Delivery.State.PROCESSED);
    assertThat(delivery.incidents()).containsExactly(new IncidentId(1));
    var alert = alerts.list(ALL, PageRequest.first(1)).items().getFirst();
    assertThat(delivery.alerts()).containsExactly(alert.id());
    assertThat(deliveries.find(delivery.id())).contains(delivery);
  }

  @Test
  void what_changed_nothing_is_kept_with_the_reason() {
    var now = clock.instant();
    var webhook = Webhooks.resolved("cpu", now, now, now);

    replica.intake().take(List.of(webhook));

    assertThat(deliveries.find(webhook.id()))
        .hasValueSatisfying(delivery ->
            assertThat(delivery.ignored())
                .isEqualTo(
                    new Delivery.Ignored(
                        1,
                        List.of(
                            new Delivery.IgnoredAlert(
                                "cpu", "ended, but its firing never came")))));
    assertThat(replica.count("select count(*) from delivery where ignored is null")).isZero();
  }

  @Test
  void a_webhook_of_which_nothing_was_ignored_keeps_no_reasons() {
    fire("cpu");

    assertThat(replica.count("select count(*) from delivery where ignored is null")).isEqualTo(1);
  }

  @Test
  void an_unknown_webhook_is_not_found() {
    assertThat(deliveries.find(DeliveryId.at(clock.instant()))).isEmpty();
    assertThat(deliveries.body(DeliveryId.at(clock.instant()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "banana",
        "-",
        "-7",
        "7",
        "1-2-3-4-5",
        "9223372036854775807-1",
        "1-9223372036854775808",
        "6f1f7a0e-58b2-4f0e-9a53-0d7f3c1b2a49"
      })
  void a_cursor_that_no_list_gave_out_is_refused(String junk) {
    var page = new PageRequest(10, Optional.of(junk));

    assertThatThrownBy(() -> alerts.list(ALL, page)).isInstanceOf(UnknownCursor.class);
    assertThatThrownBy(() -> deliveries.list(Optional.empty(), page))
        .isInstanceOf(UnknownCursor.class);
  }

  @Test
  void webhooks_are_paged_newest_first_also_within_one_millisecond() {
    for (var i = 0; i < 25; i++) {
      keepUnreadable(new byte[] {(byte) i});
      if (i % 5 == 0) {
        clock.advance(Duration.ofSeconds(1));
      }
    }

    var seen = new ArrayList<DeliveryId>();
    var page = deliveries.list(Optional.empty(), PageRequest.first(10));
    page.items().forEach(found -> seen.add(found.id()));
    while (page.nextCursor().isPresent()) {
      page = deliveries.list(Optional.empty(), new PageRequest(10, page.nextCursor()));
      page.items().forEach(found -> seen.add(found.id()));
    }

    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(seen)
        .extracting(DeliveryId::receivedAt)
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void webhooks_are_listed_by_what_became_of_them() {
    fire("cpu");
    var bad = keepUnreadable(new byte[0]);

    assertThat(list(Delivery.State.UNREADABLE)).containsExactly(bad);
    assertThat(list(Delivery.State.PROCESSED)).hasSize(1).doesNotContain(bad);
    assertThat(list(Delivery.State.FAILED)).isEmpty();
  }

  private List<DeliveryId> list(Delivery.State state) {
    return deliveries.list(Optional.of(state), PageRequest.first(50)).items().stream()
        .map(Delivery::id)
        .toList();
  }
}
