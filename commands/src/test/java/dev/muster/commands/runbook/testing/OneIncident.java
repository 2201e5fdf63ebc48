package dev.muster.commands.runbook.testing;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.runbooks.trigger.AlertFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Number 42 with the alert that opened it, and 41, which goes on as 42. */
public final class OneIncident {

  private static final IncidentId ID = new IncidentId(42);
  private static final IncidentId MERGED = new IncidentId(41);
  private static final Instant AT = Instant.parse("2026-11-21T09:58:00Z");
  private static final Change CHANGE = new Change(AT, new Actor.Muster());
  private static final IncidentState.Triggered OPEN = new IncidentState.Triggered();

  private IncidentState state = OPEN;
  private IncidentState other = OPEN.merge(CHANGE, ID);

  /** It is over. */
  public void isResolved() {
    state = OPEN.resolve(CHANGE);
  }

  /** The other does not go on as this one yet, or now does. */
  public void isMerged(boolean merged) {
    other = merged ? OPEN.merge(CHANGE, ID) : OPEN;
  }

  Optional<Incident> incident(IncidentId id) {
    return Stream.of(standing(ID, state), standing(MERGED, other))
        .filter(it -> it.id().equals(id))
        .findFirst();
  }

  private static Incident standing(IncidentId id, IncidentState state) {
    var headline = new Headline("database_down", Optional.empty(), Set.of(), Map.of());
    var severity = new Severity("critical", CanonicalSeverity.CRITICAL);
    return Incident.open(id, "g", "incidents", headline, severity, AT).to(state);
  }

  Optional<AlertFacts> alert() {
    var labels = Map.of("alertname", "database_down", "instance", "db-1");
    return Optional.of(
        new AlertFacts(7, "database_down", "critical", "", "f", labels, Map.of(), "", AT));
  }
}
