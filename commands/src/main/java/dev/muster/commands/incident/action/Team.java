package dev.muster.commands.incident.action;

import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.SeverityTarget;
import dev.muster.commands.deadline.Targets;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.people.Directory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Who can be given something to do, how bad things can be, and what routes ask for: always as
 * configured now.
 */
public record Team(
    Directory directory, Supplier<List<SeverityTarget>> severities, Supplier<List<Route>> routes) {

  /** The severity of that name, in capitals or not. */
  Optional<SeverityTarget> severity(String name) {
    return severities.get().stream()
        .filter(target -> target.severity().name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** What an incident asks of people: what its route says, and else what its severity says. */
  public Targets targetsOf(Incident incident) {
    var ofSeverity =
        severity(incident.severity().name()).map(SeverityTarget::targets).orElse(Targets.NONE);
    return incident
        .route()
        .flatMap(this::route)
        .map(route -> route.targets().orElse(ofSeverity))
        .orElse(ofSeverity);
  }

  private Optional<Route> route(String name) {
    return routes.get().stream().filter(route -> route.name().equals(name)).findFirst();
  }
}
