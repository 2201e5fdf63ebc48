package dev.muster.integrations.postgres.intake;

import dev.muster.commands.delivery.KeptDeliveries;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.util.Optional;

/** Kept webhooks, for a replay. */
public final class PostgresKeptDeliveries implements KeptDeliveries {

  private final Database database;

  public PostgresKeptDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Delivery> findForUpdate(DeliveryId id) {
    return database.with(handle ->
        handle
            .createQuery(
                "select * from delivery where received_at = :received and id = :id for update")
            .bind("received", Rows.utc(id.receivedAt()))
            .bind("id", id.value())
            .map((row, _) -> PostgresDeliveryHistory.read(row))
            .findOne());
  }

  @Override
  public void save(Delivery delivery) {
    var replayed = delivery.replayed().orElseThrow();
    database.with(handle ->
        handle
            .createUpdate(
                """
                update delivery set state = :state, source = :source, alert_count = :count,
                    alerts = :alerts, incidents = :incidents, ignored = cast(:ignored as jsonb),
                    replayed_at = :at, replayed_by = :by
                where received_at = :received and id = :id
                """)
            .bind("state", delivery.state().word())
            .bind("source", delivery.source())
            .bind("count", delivery.alertCount())
            .bind("alerts", delivery.alerts().toArray(Long[]::new))
            .bind(
                "incidents",
                delivery.incidents().stream().map(IncidentId::value).toArray(Long[]::new))
            .bind("ignored", DeliveryRows.ignored(delivery).orElse(null))
            .bind("at", Rows.utc(replayed.at()))
            .bind("by", replayed.by().value())
            .bind("received", Rows.utc(delivery.id().receivedAt()))
            .bind("id", delivery.id().value())
            .execute());
  }
}
