package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.intake.response.FiredAlert;
import dev.muster.commands.notify.ToTell;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that one commit of the intake writes. Alerts are to be written in the order opened,
 * repeated, resolved, since one commit may hold all three of the same alert.
 *
 * @param detailed those of the incidents that burn again, or of which more is known besides
 * @param tallied incidents of which only the numbers of their alerts have changed
 * @param fired alerts that runbooks fit: few, and mostly none
 * @param held those of the episodes that silences hold otherwise than before: few, and mostly none
 */
public record IntakeChanges(
    List<Incident> incidents,
    List<Incident> detailed,
    List<Incident> tallied,
    List<OpenedAlert> opened,
    Collection<RepeatedAlert> repeated,
    List<ResolvedAlert> resolved,
    Collection<Episode> episodes,
    Collection<Episode> held,
    List<TimelineEntry> timeline,
    List<ThreadReply> replies,
    List<ToTell> toTell,
    List<FiredAlert> fired,
    List<KeptDelivery> deliveries) {

  /** Every incident whose post is to be refreshed. */
  public List<IncidentId> touched() {
    return Stream.of(incidents, tallied).flatMap(List::stream).map(Incident::id).toList();
  }

  /** The same without keeping the webhooks, which are kept already. */
  IntakeChanges withoutDeliveries() {
    return new IntakeChanges(
        incidents, detailed, tallied, opened, repeated, resolved, episodes, held, timeline, replies,
        toTell, fired, List.of());
  }

  /** A new row of the alert history. */
  public record OpenedAlert(
      Episode episode, String source, AlertEvent event, Severity severity, Instant receivedAt) {}

  /**
   * The same alert sent again.
   *
   * @param times since the last commit
   * @param raisedTo its severity, where that is worse than all before
   */
  public record RepeatedAlert(
      Episode episode, Instant lastSeenAt, int times, Optional<Severity> raisedTo) {}

  /** An alert that its sender says is over. */
  public record ResolvedAlert(Episode episode, Instant endsAt, Instant receivedAt) {}

  /** A delivery and its exact body. */
  public record KeptDelivery(Delivery delivery, RawBody body) {}
}
