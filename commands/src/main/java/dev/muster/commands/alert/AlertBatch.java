package dev.muster.commands.alert;

import java.util.List;
import java.util.Optional;

/**
 * What one webhook says: its alerts in the order sent, the sender's name for their group, and how
 * many alerts the sender left out.
 */
public record AlertBatch(
    AlertStatus status, Optional<String> groupKey, List<AlertEvent> alerts, int truncated) {

  public AlertBatch {
    alerts = List.copyOf(alerts);
  }

  /** The title of the first alert: what the batch as a whole is about. */
  public String title() {
    return alerts.isEmpty() ? "" : alerts.getFirst().title();
  }

  /** The sender's word for the severity of the first alert that has one. */
  public Optional<String> severityRaw() {
    return alerts.stream().flatMap(alert -> alert.severityRaw().stream()).findFirst();
  }
}
