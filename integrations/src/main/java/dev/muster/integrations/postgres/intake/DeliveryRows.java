package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.integrations.postgres.Rows;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Deliveries and their bodies, as rows. */
final class DeliveryRows {

  private DeliveryRows() {}

  static void write(Handle handle, Collection<KeptDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into delivery (id, received_at, integration, source, state, error, alert_count,
                alerts, incidents, body)
            values (:id, :received, :integration, :source, :state, :error, :count,
                :alerts, :incidents, :body)
            """);
    for (var kept : deliveries) {
      var delivery = kept.delivery();
      batch
          .bind("id", delivery.id().value())
          .bind("received", Rows.utc(delivery.id().receivedAt()))
          .bind("integration", delivery.integration())
          .bind("source", delivery.source())
          .bind("state", delivery.state().word())
          .bind("error", delivery.error().orElse(null))
          .bind("count", delivery.alertCount())
          .bind("alerts", delivery.alerts().toArray(Long[]::new))
          .bind(
              "incidents",
              delivery.incidents().stream().map(IncidentId::value).toArray(Long[]::new))
          .bind("body", kept.body().bytes())
          .add();
    }
    batch.execute();
  }
}
