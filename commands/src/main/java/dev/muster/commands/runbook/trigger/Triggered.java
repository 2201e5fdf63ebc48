package dev.muster.commands.runbook.trigger;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.card.Says;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What commands know of triggers.
 *
 * @param alerts the alert of an incident that a runbook fits
 */
public record Triggered(
    ClockStore clocks,
    Function<IncidentId, Optional<Incident>> incidents,
    BiFunction<IncidentId, String, Optional<AlertFacts>> alerts) {

  /**
   * What a run is given that a person starts for an incident: what its trigger takes from the alert
   * that it fitted there.
   */
  public Map<String, String> inputs(
      IncidentId id, Definition definition, Map<String, Object> vars) {
    var name = definition.runbook().name();
    return alerts
        .apply(id, name)
        .flatMap(alert -> AlertRules.of(List.of(definition)).fits(alert).stream().findFirst())
        .map(fit -> TriggerInputs.of(fit.trigger().inputs(), context(id, name), vars))
        .orElseGet(Map::of)
        .entrySet()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> Says.typed(it.getValue())));
  }

  /** The incident that runs for that number belong to: the one that it goes on as. */
  public Optional<Incident> home(IncidentId id) {
    return Incident.home(id, incidents);
  }

  /** What a run sees that a person starts in an incident's thread. */
  public Map<String, Object> context(IncidentId id, String runbook) {
    var incident = home(id);
    var alert = alerts.apply(id, runbook);
    return incident
        .map(found ->
            alert
                .map(facts -> Circumstances.of(found, facts))
                .orElseGet(() -> Circumstances.of(found)))
        .orElseGet(Map::of);
  }
}
