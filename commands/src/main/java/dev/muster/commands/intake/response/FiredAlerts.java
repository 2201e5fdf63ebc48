package dev.muster.commands.intake.response;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.runbooks.trigger.AlertFacts;
import dev.muster.runbooks.trigger.AlertRules;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts of one commit that runbooks fit, or that may turn out to fit while some are still
 * being read; what they start is decided after it. Not thread-safe; lives for one commit.
 */
public final class FiredAlerts {

  private final AlertRules rules;
  private final Instant now;
  private final Map<Key, FiredAlert> fired = new LinkedHashMap<>();

  private record Key(IncidentId incident, List<String> groups) {}

  public FiredAlerts(AlertRules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  /** An alert fires in an incident that it was not in before. */
  public void add(IncidentId incident, long alertId, AlertEvent event, Severity severity) {
    if (rules.isEmpty()) {
      return;
    }
    var alert = facts(alertId, event, severity);
    var groups = rules.isWhole() ? groups(alert) : List.of("alert " + alertId);
    if (!groups.isEmpty()) {
      fired.merge(
          new Key(incident, groups),
          new FiredAlert(incident.value(), alert, 1),
          (first, _) -> first.again());
    }
  }

  private List<String> groups(AlertFacts alert) {
    return rules.fits(alert).stream()
        .map(fit -> fit.runbook().name() + "\n" + fit.group(alert, ""))
        .toList();
  }

  public List<FiredAlert> all() {
    return List.copyOf(fired.values());
  }

  private AlertFacts facts(long id, AlertEvent event, Severity severity) {
    return new AlertFacts(
        id,
        event.name(),
        severity.name(),
        event.summary().orElse(""),
        event.dedupKey(),
        event.labels(),
        event.annotations(),
        event.links().values().stream().findFirst().orElse(""),
        event.startsAt().orElse(now));
  }
}
