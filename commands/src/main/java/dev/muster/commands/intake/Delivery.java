package dev.muster.commands.intake;

import dev.muster.commands.alert.Integration;
import dev.muster.commands.incident.IncidentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One webhook that came in, linked to what it caused. Its body is kept beside it.
 *
 * @param error why it could not be read or taken in
 * @param alerts the ids of the alerts that it opened or changed
 */
public record Delivery(
    DeliveryId id,
    String integration,
    String source,
    State state,
    Optional<String> error,
    int alertCount,
    List<Long> alerts,
    List<IncidentId> incidents) {

  static Delivery processed(
      DeliveryId id,
      Integration integration,
      int alertCount,
      List<Long> alerts,
      List<IncidentId> incidents) {
    return new Delivery(
        id,
        integration.name(),
        integration.source(),
        State.PROCESSED,
        Optional.empty(),
        alertCount,
        alerts,
        incidents);
  }

  static Delivery failed(DeliveryId id, Integration integration, int alertCount, String error) {
    return new Delivery(
        id,
        integration.name(),
        integration.source(),
        State.FAILED,
        Optional.of(error),
        alertCount,
        List.of(),
        List.of());
  }

  public static Delivery unreadable(DeliveryId id, Integration integration, String error) {
    return new Delivery(
        id,
        integration.name(),
        integration.source(),
        State.UNREADABLE,
        Optional.of(error),
        0,
        List.of(),
        List.of());
  }

  /** What became of a webhook. */
  public enum State {
    PROCESSED,
    UNREADABLE,
    FAILED;

    /** The word that the API shows. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Delivery {
    alerts = List.copyOf(alerts);
    incidents = List.copyOf(incidents);
  }
}
