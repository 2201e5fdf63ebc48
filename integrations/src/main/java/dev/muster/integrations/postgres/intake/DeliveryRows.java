package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.integrations.postgres.Columns;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Deliveries and their bodies, as rows. */
final class DeliveryRows {

  private DeliveryRows() {}

  static void write(Handle handle, Collection<KeptDelivery> deliveries) {
    if (deliveries.isEmpty()) {
      return;
    }
    var rows = new Columns<>(deliveries);
    handle
        .createUpdate(
            """
            insert into delivery (id, received_at, integration, source, state, error, alert_count,
                alerts, incidents, body)
            select cast(id as uuid), cast(received_at as timestamptz), integration, source, state,
                error, alert_count, cast(alerts as bigint[]), cast(incidents as bigint[]), body
            from unnest(:id, :received, :integration, :source, :state, :error, :count, :alerts,
                :incidents, :body)
              as wanted (id, received_at, integration, source, state, error, alert_count, alerts,
                incidents, body)
            """)
        .bind("id", rows.texts(kept -> kept.delivery().id().toString()))
        .bind("received", rows.times(kept -> kept.delivery().id().receivedAt()))
        .bind("integration", rows.texts(kept -> kept.delivery().integration()))
        .bind("source", rows.texts(kept -> kept.delivery().source()))
        .bind("state", rows.texts(kept -> kept.delivery().state().word()))
        .bind("error", rows.optionalTexts(kept -> kept.delivery().error()))
        .bind("count", rows.ints(kept -> kept.delivery().alertCount()))
        .bind("alerts", rows.texts(kept -> array(kept.delivery().alerts().stream())))
        .bind("incidents", rows.texts(kept -> array(incidents(kept))))
        .bind("body", rows.bytes(kept -> kept.body().bytes()))
        .execute();
  }

  private static Stream<Long> incidents(KeptDelivery kept) {
    return kept.delivery().incidents().stream().map(IncidentId::value);
  }

  /** An array within an array of rows has to be written as text. */
  private static String array(Stream<Long> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
