package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.incident.IncidentId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The latest time that an alert fired, from its first firing to its end: what tells a new firing
 * from a repeated or a belated one.
 *
 * @param alertId the alert's row in the history, together with {@code openedAt}
 * @param startsAt as the sender gives it, to the microsecond, so that every store keeps it whole
 */
public record Episode(
    AlertKey key,
    long alertId,
    Instant openedAt,
    Optional<Instant> startsAt,
    boolean firing,
    Optional<IncidentId> incident) {

  public Episode {
    startsAt = startsAt.map(Episode::toMicros);
  }

  /**
   * Whether a firing belongs to this episode, which is over: another node of a sender's cluster may
   * send it once more after the end (prometheus/alertmanager#2447). A start in the future is a
   * skewed clock and must not keep later episodes out, so no start counts as later than our receipt
   * of it.
   */
  boolean isOverFor(AlertEvent firingAgain) {
    var startsAgain = startOf(firingAgain);
    if (firing || startsAt.isEmpty() || startsAgain.isEmpty()) {
      return false;
    }
    var start = startsAt.get();
    var again = startsAgain.get();
    var latest = start.isAfter(openedAt) ? openedAt : start;
    return again.equals(start) || !again.isAfter(latest);
  }

  /** Whether a resolve speaks of a later episode than this one, which is over. */
  boolean isOverBefore(AlertEvent resolve) {
    return !firing && startsAt.isPresent() && resolve.startsAt().isPresent() && !isOverFor(resolve);
  }

  /**
   * Whether a resolve speaks of an earlier episode than this one: it has another start, and ended
   * before this began, or, where it gives no end, began before.
   */
  boolean beganAfter(AlertEvent resolve) {
    return startsAt
        .filter(start -> !startOf(resolve).equals(Optional.of(start)))
        .filter(start ->
            resolve
                .endsAt()
                .map(end -> !end.isAfter(start))
                .orElseGet(() -> startOf(resolve).filter(start::isAfter).isPresent()))
        .isPresent();
  }

  Episode ended(AlertEvent event, Instant receivedAt) {
    return new Episode(key, alertId, openedAt, latestStart(event, receivedAt), false, incident);
  }

  Episode in(IncidentId newIncident) {
    return new Episode(key, alertId, openedAt, startsAt, firing, Optional.of(newIncident));
  }

  Episode seenAgain(AlertEvent event, Instant receivedAt) {
    return new Episode(key, alertId, openedAt, latestStart(event, receivedAt), firing, incident);
  }

  /**
   * A belated event does not set the start back, unless it lies in the future: a skewed clock's.
   */
  private Optional<Instant> latestStart(AlertEvent event, Instant receivedAt) {
    return startOf(event)
        .filter(other ->
            startsAt.filter(start -> start.isAfter(other) && !start.isAfter(receivedAt)).isEmpty())
        .or(() -> startsAt);
  }

  private static Optional<Instant> startOf(AlertEvent event) {
    return event.startsAt().map(Episode::toMicros);
  }

  private static Instant toMicros(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS);
  }
}
