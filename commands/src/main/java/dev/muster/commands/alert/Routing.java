package dev.muster.commands.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes in their order, and the severity that an alert gets from them. Immutable. */
public record Routing(List<Route> routes, SeverityScale scale) {

  public Routing {
    routes = List.copyOf(routes);
  }

  /** The first route that accepts the labels; none: the alert is kept and opens nothing. */
  public Optional<Route> routeFor(Map<String, String> labels) {
    return routes.stream().filter(route -> route.accepts(labels)).findFirst();
  }

  /**
   * Route before sender before integration; an alert of which nobody says anything is medium, so
   * that it is neither missed nor the loudest.
   */
  public Severity severityOf(AlertEvent event, Optional<Route> route, Integration integration) {
    return route
        .flatMap(Route::severity)
        .or(() -> integration.severityOf(event).map(scale::of))
        .or(integration::severity)
        .orElseGet(() -> scale.of(CanonicalSeverity.MEDIUM));
  }

  /**
   * Why an alert's severity is not what its sender says, such as {@code critical, raised from high
   * by route service down}; empty when it is.
   */
  public Optional<String> whySeverity(AlertEvent event, Optional<Route> route) {
    var sent = event.severity().map(scale::of);
    var decided = route.flatMap(Route::severity);
    if (sent.isEmpty() || decided.isEmpty() || sent.equals(decided)) {
      return Optional.empty();
    }
    var isRaised = scale.levels().indexOf(decided.get()) < scale.levels().indexOf(sent.get());
    return Optional.of(
        decided.get().name()
            + (isRaised ? ", raised from " : ", lowered from ")
            + sent.get().name()
            + " by route "
            + route.get().name());
  }
}
