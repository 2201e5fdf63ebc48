package dev.muster.commands.intake;

import dev.muster.commands.incident.IncidentId;
import java.util.List;

/** What became of a webhook that could be read. */
public sealed interface IntakeResult {

  DeliveryId delivery();

  /** Committed. The incidents are those that its alerts belong to. */
  record Accepted(
      DeliveryId delivery, int alerts, List<IncidentId> incidents, Delivery.Ignored ignored)
      implements IntakeResult {
    public Accepted {
      incidents = List.copyOf(incidents);
    }
  }

  /** The store refused it, and it alone; its body is kept for a replay. */
  record Failed(DeliveryId delivery, String reason) implements IntakeResult {}
}
