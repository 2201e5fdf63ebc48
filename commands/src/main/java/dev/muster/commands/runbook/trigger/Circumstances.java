package dev.muster.commands.runbook.trigger;

import dev.muster.commands.incident.Incident;
import dev.muster.runbooks.trigger.AlertFacts;
import java.util.Map;

/** What expressions of a run see of the incident that it is for, and of the alert. */
public final class Circumstances {

  private Circumstances() {}

  public static Map<String, Object> of(Incident incident, AlertFacts alert) {
    return Map.of("alert", alert.shown(), "incident", shown(incident));
  }

  /** Where no alert is known. */
  static Map<String, Object> of(Incident incident) {
    return Map.of("incident", shown(incident));
  }

  private static Map<String, Object> shown(Incident incident) {
    return Map.of(
        "number", incident.id().value(),
        "title", incident.headline().title(),
        "severity", incident.severity().name(),
        "status", incident.state().status().word(),
        "channel", incident.channel());
  }
}
