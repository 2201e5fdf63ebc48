package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.Delivery;
import dev.muster.commands.intake.IntakeChanges.KeptDelivery;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.Write;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;

/** Deliveries and their bodies, as rows. */
final class DeliveryRows {

  private DeliveryRows() {}

  static Write write(Collection<KeptDelivery> deliveries) {
    return new Write(
        """
        insert into delivery (id, received_at, integration, source, state, error, alert_count,
            alerts, incidents, ignored, body)
        select cast(id as uuid), cast(received_at as timestamptz), integration, source, state,
            error, alert_count, cast(alerts as bigint[]), cast(incidents as bigint[]),
            cast(ignored as jsonb), body
        from unnest(:deliveryId, :deliveryReceived, :deliveryIntegration, :deliverySource,
            :deliveryState, :deliveryError, :deliveryCount, :deliveryAlerts, :deliveryIncidents,
            :deliveryIgnored, :deliveryBody)
          as wanted (id, received_at, integration, source, state, error, alert_count, alerts,
            incidents, ignored, body)
        """,
        columns(new Columns<>(deliveries)));
  }

  /** Empty for the ordinary webhook, of which nothing was ignored. */
  static Optional<String> ignored(Delivery delivery) {
    return Optional.of(delivery.ignored()).filter(some -> some.count() > 0).map(Json::write);
  }

  static Delivery.Ignored ignored(ResultSet row) throws SQLException {
    return Rows.optionalText(row, "ignored")
        .map(json -> Json.read(json.getBytes(StandardCharsets.UTF_8), Delivery.Ignored.class))
        .orElse(Delivery.Ignored.NONE);
  }

  static Optional<Delivery.Replayed> replayed(ResultSet row) throws SQLException {
    var by = Rows.optionalText(row, "replayed_by").map(PersonId::new);
    return Rows.optionalInstant(row, "replayed_at")
        .flatMap(at -> by.map(person -> new Delivery.Replayed(at, person)));
  }

  private static Map<String, Argument> columns(Columns<KeptDelivery> rows) {
    var columns = new HashMap<String, Argument>();
    columns.put("deliveryId", rows.texts(kept -> kept.delivery().id().toString()));
    columns.put("deliveryReceived", rows.times(kept -> kept.delivery().id().receivedAt()));
    columns.put("deliveryIntegration", rows.texts(kept -> kept.delivery().integration()));
    columns.put("deliverySource", rows.texts(kept -> kept.delivery().source()));
    columns.put("deliveryState", rows.texts(kept -> kept.delivery().state().word()));
    columns.put("deliveryError", rows.optionalTexts(kept -> kept.delivery().error()));
    columns.put("deliveryCount", rows.ints(kept -> kept.delivery().alertCount()));
    columns.put("deliveryAlerts", rows.texts(kept -> array(kept.delivery().alerts().stream())));
    columns.put("deliveryIncidents", rows.texts(kept -> array(incidents(kept))));
    columns.put("deliveryIgnored", rows.optionalTexts(kept -> ignored(kept.delivery())));
    columns.put("deliveryBody", rows.bytes(kept -> kept.body().bytes()));
    return columns;
  }

  private static Stream<Long> incidents(KeptDelivery kept) {
    return kept.delivery().incidents().stream().map(IncidentId::value);
  }

  /** An array within an array of rows has to be written as text. */
  private static String array(Stream<Long> numbers) {
    return numbers.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
