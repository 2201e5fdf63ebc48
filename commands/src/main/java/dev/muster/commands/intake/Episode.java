package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.SilenceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The latest time that an alert fired, from its first firing to its end: what tells a new firing
 * from a repeated or a belated one.
 *
 * @param alertId the alert's row in the history, together with {@code openedAt}
 * @param startsAt as the sender gives it, to the microsecond, so that every store keeps it whole
 * @param endedAt when its end was received; absent while it fires, and where an earlier release
 *     wrote the end
 * @param severity the worst that it had so far; absent where an earlier release opened it
 * @param hold what keeps it from opening an incident while it fires
 */
public record Episode(
    AlertKey key,
    long alertId,
    Instant openedAt,
    Optional<Instant> startsAt,
    boolean firing,
    Optional<IncidentId> incident,
    Optional<Instant> endedAt,
    Optional<CanonicalSeverity> severity,
    Optional<Hold> hold) {

  /**
   * So long after its end an alert's firing may still be a copy on its way: each node of an
   * Alertmanager cluster waits 15 s more than the one before it ({@code cluster.peer-timeout}).
   * Longer would be worse than a copy: a sender that goes on firing after it was cut off from its
   * Prometheus says so once, and then not for hours.
   */
  static final Duration COPIES_COME_WITHIN = Duration.ofMinutes(1);

  public Episode {
    startsAt = startsAt.map(Episode::toMicros);
    endedAt = firing ? Optional.empty() : endedAt;
    hold = firing ? hold : Optional.empty();
  }

  /**
   * It is silenced.
   *
   * @param senderGroup its sender's name for its group, by which it may find its incident later
   */
  public record Hold(SilenceId silence, Optional<String> senderGroup) {}

  /**
   * Whether a firing is a late copy of this episode, which is over: another node of a sender's
   * cluster may send it once more soon after the end (prometheus/alertmanager#2447). Later than
   * that it fires again: an Alertmanager that was cut off from Prometheus resolves the alert, and
   * then goes on with the same start. Replicas' clocks differ a little, so a copy may seem older
   * than the end; an end far in the future was written by a wrong clock and keeps nothing out.
   */
  boolean isOverFor(AlertEvent firingAgain, Instant receivedAt) {
    return reaches(firingAgain)
        && endedAt
            .map(end -> Duration.between(end, receivedAt).abs())
            .filter(passed -> passed.compareTo(COPIES_COME_WITHIN) <= 0)
            .isPresent();
  }

  /** Whether a resolve speaks of a later episode than this one, which is over. */
  boolean isOverBefore(AlertEvent resolve) {
    return !firing && startsAt.isPresent() && resolve.startsAt().isPresent() && !reaches(resolve);
  }

  /**
   * Whether this episode is over and began no earlier than an event says. A start in the future is
   * a skewed clock and must not keep later episodes out, so no start counts as later than our
   * receipt of it.
   */
  private boolean reaches(AlertEvent event) {
    var startsAgain = startOf(event);
    if (firing || startsAt.isEmpty() || startsAgain.isEmpty()) {
      return false;
    }
    var start = startsAt.get();
    var again = startsAgain.get();
    var latest = start.isAfter(openedAt) ? openedAt : start;
    return again.equals(start) || !again.isAfter(latest);
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
    var start = latestStart(event, receivedAt);
    var end = Optional.of(receivedAt);
    return new Episode(
        key, alertId, openedAt, start, false, incident, end, severity, Optional.empty());
  }

  Episode in(IncidentId newIncident) {
    var now = Optional.of(newIncident);
    return new Episode(
        key, alertId, openedAt, startsAt, firing, now, endedAt, severity, Optional.empty());
  }

  Episode held(Optional<Hold> next) {
    return new Episode(key, alertId, openedAt, startsAt, firing, incident, endedAt, severity, next);
  }

  boolean isHeldBy(SilenceId silence) {
    return hold.filter(it -> it.silence().equals(silence)).isPresent();
  }

  /** Whether that is worse than all that the alert was before. */
  boolean isRaisedBy(Severity again) {
    return severity.filter(worst -> !again.level().isWorseThan(worst)).isEmpty();
  }

  Episode seenAgain(AlertEvent event, Severity again, Instant receivedAt) {
    var start = latestStart(event, receivedAt);
    var worst = isRaisedBy(again) ? Optional.of(again.level()) : severity;
    return new Episode(key, alertId, openedAt, start, firing, incident, endedAt, worst, hold);
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
