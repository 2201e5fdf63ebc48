package dev.muster.integrations.testing;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.intake.DeliveryId;
import dev.muster.commands.intake.RawBody;
import dev.muster.commands.intake.ReceivedBatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Webhooks of one alert each, as the intake takes them. */
public final class Webhooks {

  private static final Integration PROMETHEUS =
      new Integration("prometheus", "alertmanager", Optional.empty());

  private Webhooks() {}

  /** Of a group that is named like the alert. */
  public static ReceivedBatch firing(String title, Instant startsAt, Instant receivedAt) {
    return of(title, event(title, AlertStatus.FIRING, startsAt, Optional.empty()), receivedAt);
  }

  public static ReceivedBatch resolved(
      String title, Instant startsAt, Instant endsAt, Instant receivedAt) {
    return of(title, event(title, AlertStatus.RESOLVED, startsAt, Optional.of(endsAt)), receivedAt);
  }

  public static ReceivedBatch of(String group, AlertEvent event, Instant receivedAt) {
    var batch = new AlertBatch(event.status(), Optional.of(group), List.of(event), 0);
    var body =
        new RawBody(("{\"title\":\"" + event.title() + "\"}").getBytes(StandardCharsets.UTF_8));
    return new ReceivedBatch(DeliveryId.at(receivedAt), PROMETHEUS, body, batch);
  }

  public static AlertEvent event(
      String title, AlertStatus status, Instant startsAt, Optional<Instant> endsAt) {
    return new AlertEvent(
        title,
        status,
        Optional.of("critical"),
        title,
        Optional.of(title + " is bad"),
        Map.of("service", "api", "alertname", title),
        Map.of("description", "<b>" + title + "</b>"),
        Map.of("source", "https://prometheus.example/graph"),
        Optional.of(startsAt),
        endsAt);
  }
}
