package dev.muster.commands.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.suggested.Suggested;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/**
 * An incident as it stands. Immutable: each transition answers the next incident with a higher
 * version, by which its post knows whether it shows the latest.
 *
 * @param groupKey what makes alerts belong to it, unique among open incidents
 * @param channel where its thread is, by the configuration's name
 * @param route by which an alert opened it; absent: a person did
 */
public record Incident(
    IncidentId id,
    long version,
    String groupKey,
    String channel,
    Optional<String> route,
    Headline headline,
    Severity severity,
    Instant openedAt,
    IncidentState state,
    AlertTally alerts,
    Details details) {

  private static final String DECLARED = "declared:";

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
        Optional.empty(),
        headline,
        severity,
        at,
        new IncidentState.Triggered(),
        AlertTally.NONE,
        Details.NONE);
  }

  /** Opened by a person: no alert belongs to it, unless it takes another incident in. */
  public static Incident declare(
      IncidentId id, String channel, Headline headline, Severity severity, Instant at) {
    return open(id, DECLARED + id.value(), channel, headline, severity, at);
  }

  /** The one of that number or, where that has gone into another, the one that it goes on as. */
  public static Optional<Incident> home(
      IncidentId id, Function<IncidentId, Optional<Incident>> incidents) {
    return incidents
        .apply(id)
        .flatMap(found ->
            found.state() instanceof IncidentState.Merged over
                ? home(over.into(), incidents)
                : Optional.of(found));
  }

  /** The same, opened by a route. */
  public Incident by(String route) {
    return new Incident(
        id,
        version,
        groupKey,
        channel,
        Optional.of(route),
        headline,
        severity,
        openedAt,
        state,
        alerts,
        details);
  }

  /** Whether it rested before and does not any more, although it is not over. */
  public boolean wokeFrom(Incident before) {
    return isOpen() && before.details.snooze().isPresent() && details.snooze().isEmpty();
  }

  public boolean isOpen() {
    return state instanceof IncidentState.Open;
  }

  /** Whether it is over as soon as its alerts are; what a person began or calmed, a person ends. */
  public boolean endsWithItsAlerts() {
    return state instanceof IncidentState.Burning && !groupKey.startsWith(DECLARED);
  }

  /** Whose it is: the one it was given to, or else who acknowledged it. */
  public Optional<Actor> assignee() {
    return details
        .crew()
        .assignee()
        .<Actor>map(person -> person)
        .or(() -> state.acknowledged().map(Change::by));
  }

  public Incident to(IncidentState next) {
    var isNewLife = isOpen() != (next instanceof IncidentState.Open);
    return next(headline, severity, next, alerts, isNewLife ? details.promisingNothing() : details);
  }

  /** It was over or calm, and is not any more. */
  public Incident reopened(IncidentState.Open next, Instant at) {
    var again = to(next);
    return new Incident(
        id,
        again.version,
        groupKey,
        channel,
        route,
        headline,
        severity,
        openedAt,
        next,
        alerts,
        again.details.reopenedAt(at));
  }

  /** Somebody says "I have it": whoever it was given to before has it no longer. */
  public Incident acknowledge(IncidentState.Triggered state, Change change) {
    return to(state.acknowledge(change))
        .with(details.with(details.crew().assignedTo(Optional.empty())));
  }

  /** One more alert fires; the worse severity counts. */
  public Incident joinedBy(Severity alertSeverity, Optional<String> service) {
    return next(headline.touching(service), worse(alertSeverity), state, alerts.joined(), details);
  }

  /** An alert of it got worse; what is not worse changes nothing. */
  public Incident raisedTo(Severity alertSeverity) {
    return next(headline, worse(alertSeverity), state, alerts, details);
  }

  public Incident recovered() {
    return next(headline, severity, state, alerts.recovered(), details);
  }

  /** The sender says that it left so many alerts out. */
  public Incident leftOut(int count) {
    return next(headline, severity, state, alerts.leftOut(count), details);
  }

  /** A person says what it is about. */
  public Incident with(Headline next) {
    return next(next, severity, state, alerts, details);
  }

  /** Runbooks fit it that did not before. */
  public Incident suggesting(Collection<Suggested.Entry> runbooks) {
    return with(details.with(details.suggested().with(runbooks)));
  }

  /** A person adds what is known. */
  public Incident with(Details next) {
    return next(headline, severity, state, alerts, next);
  }

  /** A person says how bad it is. Alerts no worse than what was overruled do not raise it again. */
  public Incident ratedBy(Severity next) {
    var worst = details.overruled().filter(this::isWorse).orElse(severity.level());
    var overruled = Optional.of(worst).filter(level -> level.isWorseThan(next.level()));
    return next(headline, next, state, alerts, details.overruling(overruled));
  }

  /** Takes in the alerts and services of another. */
  public Incident takingIn(Incident other) {
    var merged = headline;
    for (var service : other.headline.services()) {
      merged = merged.touching(Optional.of(service));
    }
    var suggested = details.suggested().with(other.details.suggested().all());
    return next(
        merged, worse(other.severity), state, alerts.plus(other.alerts), details.with(suggested));
  }

  /** Goes on as part of another, which has its alerts now. */
  public Incident into(IncidentState.Merged state) {
    return next(headline, severity, state, AlertTally.NONE, details.promisingNothing());
  }

  /** Whether nothing but the numbers of its alerts, and the version, is other than it was. */
  public boolean differsOnlyInAlerts(Incident before) {
    return headline.equals(before.headline)
        && severity.equals(before.severity)
        && state.equals(before.state)
        && details.equals(before.details);
  }

  private boolean isWorse(CanonicalSeverity level) {
    return level.isWorseThan(severity.level());
  }

  private Severity worse(Severity other) {
    var isNews = details.overruled().map(other.level()::isWorseThan).orElse(true);
    return isNews && isWorse(other.level()) ? other : severity;
  }

  /** Whoever let it rest did not know how bad it gets: what is worse rests no more. */
  private Incident next(
      Headline headline,
      Severity severity,
      IncidentState state,
      AlertTally alerts,
      Details details) {
    var isWorse = severity.level().isWorseThan(this.severity.level());
    return new Incident(
        id,
        version + 1,
        groupKey,
        channel,
        route,
        headline,
        severity,
        openedAt,
        state,
        alerts,
        isWorse ? details.awake() : details);
  }
}
