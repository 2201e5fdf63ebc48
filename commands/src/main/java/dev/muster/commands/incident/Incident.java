package dev.muster.commands.incident;

import dev.muster.commands.alert.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * An incident as it stands. Immutable: each transition answers the next incident with a higher
 * version, by which its post knows whether it shows the latest.
 *
 * @param groupKey what makes alerts belong to it, unique among open incidents
 * @param channel where its thread is, by the configuration's name
 */
public record Incident(
    IncidentId id,
    long version,
    String groupKey,
    String channel,
    Headline headline,
    Severity severity,
    Instant openedAt,
    IncidentState state,
    AlertTally alerts) {

  public static Incident open(
      IncidentId id,
      String groupKey,
      String channel,
      Headline headline,
      Severity severity,
      Instant at) {
    return new Incident(
        id,
        1,
        groupKey,
        channel,
        headline,
        severity,
        at,
        new IncidentState.Triggered(),
        AlertTally.NONE);
  }

  public boolean isOpen() {
    return state instanceof IncidentState.Open;
  }

  public Incident to(IncidentState next) {
    return next(headline, severity, next, alerts);
  }

  /** One more alert fires; the worse severity counts. */
  public Incident joinedBy(Severity alertSeverity, Optional<String> service) {
    return next(headline.touching(service), worse(alertSeverity), state, alerts.joined());
  }

  /** An alert of it got worse; what is not worse changes nothing. */
  public Incident raisedTo(Severity alertSeverity) {
    return next(headline, worse(alertSeverity), state, alerts);
  }

  public Incident recovered() {
    return next(headline, severity, state, alerts.recovered());
  }

  /** The sender says that it left so many alerts out. */
  public Incident leftOut(int count) {
    return next(headline, severity, state, alerts.leftOut(count));
  }

  /** Whether nothing but the numbers of its alerts, and the version, is other than it was. */
  public boolean differsOnlyInAlerts(Incident before) {
    return headline.equals(before.headline)
        && severity.equals(before.severity)
        && state.equals(before.state);
  }

  private Severity worse(Severity other) {
    return other.level().isWorseThan(severity.level()) ? other : severity;
  }

  private Incident next(
      Headline headline, Severity severity, IncidentState state, AlertTally alerts) {
    return new Incident(
        id, version + 1, groupKey, channel, headline, severity, openedAt, state, alerts);
  }
}
