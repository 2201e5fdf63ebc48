package dev.muster.integrations.postgres.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.intake.IntakeResult;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.PageRequest;
import dev.muster.integrations.testing.TestClock;
import dev.muster.integrations.testing.TestReplica;
import dev.muster.integrations.testing.Webhooks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A kept webhook that is taken again is one row with what it caused; and acknowledged incidents.
 */
class ReplayTest {

  private final TestClock clock = new TestClock();
  private final TestReplica replica = TestReplica.onNewDatabase(clock);
  private final PostgresDeliveryHistory deliveries =
      new PostgresDeliveryHistory(replica.database());
  private final PostgresKeptDeliveries kept = new PostgresKeptDeliveries(replica.database());

  @AfterEach
  void close() {
    replica.close();
  }

  private DeliveryId keepUnreadable() {
    var id = DeliveryId.at(clock.instant());
    var sender = new Integration("uptime", "generic", Optional.empty());
    var delivery = Delivery.unreadable(id, sender, "at /title: nothing there");
    replica.store().keep(new KeptDelivery(delivery, new RawBody(new byte[] {'x'})));
    return id;
  }

  private Delivery replay(DeliveryId id) {
    var now = clock.instant();
    var webhook = Webhooks.firing("cpu", now, now);
    var again = replica.intake().takeAgain(List.of(webhook)).getFirst();
    var replayed = kept.findForUpdate(id).orElseThrow().replayed(again, now, new PersonId("ops"));
    kept.save(replayed);
    return replayed;
  }

  @Test
  void it_is_kept_once_and_says_by_whom_and_what_it_caused() {
    var id = keepUnreadable();
    clock.advance(Duration.ofHours(3));

    var replayed = replica.database().inTransaction(() -> replay(id));

    assertThat(deliveries.find(id)).contains(replayed);
    assertThat(replayed.state()).isEqualTo(Delivery.State.REPLAYED);
    assertThat(replayed.incidents()).hasSize(1);
    assertThat(replayed.alerts()).hasSize(1);
    assertThat(replayed.error()).contains("at /title: nothing there");
    assertThat(deliveries.list(Optional.empty(), PageRequest.first(5)).items())
        .containsExactly(replayed);
    assertThat(deliveries.body(id)).isPresent();
  }

  @Test
  void it_is_all_or_nothing() {
    var id = keepUnreadable();

    assertThatThrownBy(() ->
            replica
                .database()
                .inTransaction(() -> {
                  replay(id);
                  throw new IllegalStateException("no");
                }))
        .hasMessage("no");

    assertThat(deliveries.find(id).orElseThrow().state()).isEqualTo(Delivery.State.UNREADABLE);
    assertThat(replica.count("select count(*) from incident")).isZero();
    assertThat(replica.count("select count(*) from alert")).isZero();
  }

  @Test
  void an_acknowledgement_by_the_sender_is_kept_with_the_incident() {
    var now = clock.instant();
    replica.intake().take(List.of(Webhooks.firing("cpu", now, now)));
    var event = Webhooks.event("cpu", AlertStatus.ACKNOWLEDGED, now, Optional.empty());

    var result = replica.intake().take(List.of(Webhooks.of("cpu", event, now))).getFirst();

    assertThat(result).isInstanceOf(IntakeResult.Accepted.class);
    var incident = ((IntakeResult.Accepted) result).incidents().getFirst();
    var stored = replica.incidents().find(incident).orElseThrow();
    assertThat(stored.state().status()).isEqualTo(IncidentStatus.ACKNOWLEDGED);
    assertThat(stored.state().acknowledged().orElseThrow().by().key())
        .isEqualTo("integration:prometheus");
  }
}
