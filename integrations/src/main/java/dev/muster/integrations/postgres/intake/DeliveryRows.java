package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Write;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Deliveries and their bodies, as rows. */
final class DeliveryRows {

  private DeliveryRows() {}

  static Write write(Collection<KeptDelivery> deliveries) {
    var rows = new Columns<>(deliveries);
    return new Write(
        """
        insert into delivery (id, received_at, integration, source, state, error, alert_count,
            alerts, incidents, body)
        select cast(id as uuid), cast(received_at as timestamptz), integration, source, state,
            error, alert_count, cast(alerts as bigint[]), cast(incidents as bigint[]), body
        from unnest(:deliveryId, :deliveryReceived, :deliveryIntegration, :deliverySource,
            :deliveryState, :deliveryError, :deliveryCount, :deliveryAlerts, :deliveryIncidents,
            :deliveryBody)
          as wanted (id, received_at, integration, source, state, error, alert_count, alerts,
            incidents, body)
        """,
        Map.of(
            "deliveryId", rows.texts(kept -> kept.delivery().id().toString()),
            "deliveryReceived", rows.times(kept -> kept.delivery().id().receivedAt()),
            "deliveryIntegration", rows.texts(kept -> kept.delivery().integration()),
            "deliverySource", rows.texts(kept -> kept.delivery().source()),
            "deliveryState", rows.texts(kept -> kept.delivery().state().word()),
            "deliveryError", rows.optionalTexts(kept -> kept.delivery().error()),
            "deliveryCount", rows.ints(kept -> kept.delivery().alertCount()),
            "deliveryAlerts", rows.texts(kept -> array(kept.delivery().alerts().stream())),
            "deliveryIncidents", rows.texts(kept -> array(incidents(kept))),
            "deliveryBody", rows.bytes(kept -> kept.body().bytes())));
  }

  private static Stream<Long> incidents(KeptDelivery kept) {
    return kept.delivery().incidents().stream().map(IncidentId::value);
  }

  /** An array within an array of rows has to be written as text. */
  private static String array(Stream<Long> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
