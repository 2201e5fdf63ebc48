package dev.muster.commands.runbook.trigger;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.trigger.AlertFacts;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What commands know of triggers.
 *
 * @param alerts the alert of an incident that a runbook fits
 */
public record Triggered(
    ClockStore clocks,
    Function<IncidentId, Optional<Incident>> incidents,
    BiFunction<IncidentId, String, Optional<AlertFacts>> alerts) {

  /** What a run sees that a person starts in an incident's thread. */
  public Map<String, Object> context(IncidentId id, String runbook) {
    var incident = incidents.apply(id);
    var alert = alerts.apply(id, runbook);
    return incident
        .map(found ->
            alert
                .map(facts -> Circumstances.of(found, facts))
                .orElseGet(() -> Circumstances.of(found)))
        .orElseGet(Map::of);
  }
}
