package dev.muster.integrations.sources.mapping;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.UnreadableBody;
import dev.muster.integrations.sources.mapping.JsonPath.Found;
import dev.muster.integrations.sources.mapping.JsonPath.Scope;
import java.util.ArrayList;
import java.util.List;

/** The alerts of a body, as a mapping finds them. */
public final class MappedBody {

  private MappedBody() {}

  /** Throws {@link UnreadableBody} where the mapping does not fit. */
  public static AlertBatch read(Json body, Mapping mapping) {
    var scope = Scope.of(body);
    var alerts = new ArrayList<AlertEvent>();
    for (var part : parts(scope, mapping)) {
      alerts.add(MappedAlert.of(scope.at(part), mapping));
    }
    return new AlertBatch(
        status(alerts),
        mapping.group().in(scope).map(key -> Bounds.key(key, Bounds.GROUP_KEY)),
        alerts,
        0);
  }

  private static List<Found> parts(Scope scope, Mapping mapping) {
    if (mapping.forEach().isEmpty()) {
      return List.of(scope.top());
    }
    var lists = mapping.forEach().get().toList().in(scope);
    var parts = new ArrayList<Found>();
    for (var list : lists) {
      if (!(list.value() instanceof Json.Items)) {
        var found = list.value().kind();
        throw new UnreadableBody(
            Fault.at(list.pointer(), "`forEach` leads here, expected an array, found " + found));
      }
      new JsonPath.Step.All().from(list).forEach(parts::add);
    }
    if (lists.isEmpty()) {
      throw new UnreadableBody(
          Fault.at("", "`forEach` of the mapping leads to nothing in this body"));
    }
    if (parts.size() > Bounds.ALERTS) {
      throw new UnreadableBody(
          Fault.at(
              lists.getFirst().pointer(),
              "expected at most " + Bounds.ALERTS + " alerts, found " + parts.size()));
    }
    return parts;
  }

  /** It fires while any alert does. */
  private static AlertStatus status(List<AlertEvent> alerts) {
    var statuses = alerts.stream().map(AlertEvent::status).distinct().toList();
    if (statuses.contains(AlertStatus.FIRING)) {
      return AlertStatus.FIRING;
    }
    return statuses.size() == 1 ? statuses.getFirst() : AlertStatus.UNKNOWN;
  }
}
