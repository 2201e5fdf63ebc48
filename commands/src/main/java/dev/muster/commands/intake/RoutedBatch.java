package dev.muster.commands.intake;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Route;
import dev.muster.commands.alert.Routing;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Headline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A webhook with the way that each of its alerts takes, found before any lock is held. */
record RoutedBatch(ReceivedBatch received, List<RoutedAlert> alerts) {

  /**
   * An alert and its way.
   *
   * @param senderGroup its sender's name for its group
   * @param whySeverity where the severity is not the sender's
   */
  record RoutedAlert(
      AlertKey key,
      AlertEvent event,
      Optional<String> senderGroup,
      Severity severity,
      Optional<String> whySeverity,
      Optional<Destination> destination) {

    /** What an incident is about that this one opens. */
    Headline headline(Route route) {
      var links = new TreeMap<>(event.links());
      links.putAll(route.links());
      var services = Optional.ofNullable(event.labels().get("service"));
      return new Headline(
          event.title(), event.summary(), services.map(Set::of).orElse(Set.of()), links);
    }
  }

  /** Where an alert's incident is opened, and what shares it. */
  record Destination(Route route, String channel, String groupKey) {}

  static RoutedBatch of(ReceivedBatch received, Routing routing) {
    var integration = received.integration();
    var batch = received.batch();
    var alerts =
        batch.alerts().stream().map(event -> route(routing, integration, batch, event)).toList();
    return new RoutedBatch(received, alerts);
  }

  /** An alert that was silenced, on the way that it takes by the routes of now. */
  static RoutedAlert released(HeldAlert held, Routing routing) {
    var event = held.event();
    var batch = new AlertBatch(event.status(), held.senderGroup(), List.of(event), 0);
    var routed = route(routing, held.integration(), batch, event);
    return new RoutedAlert(
        routed.key(),
        event,
        held.senderGroup(),
        held.severity(),
        routed.whySeverity(),
        routed.destination());
  }

  private static RoutedAlert route(
      Routing routing, Integration integration, AlertBatch batch, AlertEvent event) {
    var route = routing.routeFor(event.labels());
    var destination =
        route.flatMap(way ->
            way.channel()
                .map(channel ->
                    new Destination(
                        way, channel, GroupKey.of(integration, way, channel, batch, event))));
    return new RoutedAlert(
        new AlertKey(integration.name(), event.dedupKey()),
        event,
        batch.groupKey(),
        routing.severityOf(event, route, integration),
        routing.whySeverity(event, route),
        destination);
  }
}
