package dev.muster.commands.runbook.testing;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.trigger.AlertFacts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Number 42, and the alert that opened it. */
record OneIncident() {

  private static final IncidentId ID = new IncidentId(42);
  private static final Instant AT = Instant.parse("2026-11-21T09:58:00Z");

  Optional<Incident> incident(IncidentId id) {
    var headline = new Headline("database_down", Optional.empty(), Set.of(), Map.of());
    var severity = new Severity("critical", CanonicalSeverity.CRITICAL);
    return Optional.of(Incident.open(ID, "g", "incidents", headline, severity, AT))
        .filter(it -> it.id().equals(id));
  }

  Optional<AlertFacts> alert() {
    var labels = Map.of("alertname", "database_down", "instance", "db-1");
    return Optional.of(
        new AlertFacts(7, "database_down", "critical", "", "f", labels, Map.of(), "", AT));
  }
}
