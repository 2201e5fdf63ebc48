package dev.muster.commands.runbook.trigger;

import dev.muster.commands.alert.Route;
import dev.muster.commands.incident.Incident;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which of the runbooks that fit an incident are for it: its route may leave some out, and never
 * adds any. Thread-safe.
 *
 * @param routes as configured now
 */
public record Narrowing(Supplier<List<Route>> routes) {

  public boolean lets(Incident incident, String runbook) {
    return route(incident).filter(route -> !route.lets(runbook)).isEmpty();
  }

  /** Nobody knows what a route that is gone would have left out. */
  boolean isKnown(Incident incident) {
    return incident.route().isEmpty() || route(incident).isPresent();
  }

  private Optional<Route> route(Incident incident) {
    return incident
        .route()
        .flatMap(name -> routes.get().stream().filter(one -> one.name().equals(name)).findFirst());
  }
}
