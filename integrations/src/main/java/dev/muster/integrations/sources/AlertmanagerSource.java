package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonBody;
import dev.muster.integrations.sources.body.UnreadableBody;
import java.util.ArrayList;
import java.util.List;

/**
 * Prometheus Alertmanager's webhook, version 4 and the older 3 (Alertmanager's
 * docs/configuration.md, webhook_config): one group of alerts a body, each with a status of its
 * own.
 */
public final class AlertmanagerSource implements AlertSource {

  @Override
  public String name() {
    return "alertmanager";
  }

  @Override
  public Reading read(byte[] body) {
    return JsonBody.read(body, AlertmanagerSource::batch);
  }

  private static AlertBatch batch(Json body) {
    var notification = AlertmanagerShape.notification(body);
    var group = AlertmanagerGroup.of(notification);
    var sent = AlertmanagerShape.alerts(notification);
    var alerts = alerts(sent, group);
    if (alerts.stream().allMatch(alert -> alert.status() == AlertStatus.UNKNOWN)) {
      refuseUnknown(notification, sent);
    }
    return new AlertBatch(
        StatusWords.status(notification).orElseGet(() -> summed(alerts)),
        notification.text("groupKey").map(key -> Bounds.key(key, Bounds.GROUP_KEY)),
        alerts,
        AlertmanagerShape.count(notification.get("truncatedAlerts")));
  }

  private static void refuseUnknown(Json.Fields notification, List<Json> sent) {
    for (var i = 0; i < sent.size(); i++) {
      if (sent.get(i) instanceof Json.Fields alert) {
        StatusWords.refuseUnknown(alert, "/alerts/" + i);
      }
    }
    StatusWords.refuseUnknown(notification, "");
  }

  private static List<AlertEvent> alerts(List<Json> sent, AlertmanagerGroup group) {
    var alerts = new ArrayList<AlertEvent>(sent.size());
    for (var alert : sent) {
      if (!(alert instanceof Json.Fields fields)) {
        throw new UnreadableBody(
            Fault.at("/alerts/" + alerts.size(), "expected an object, found " + alert.kind()));
      }
      alerts.add(AlertmanagerAlert.of(fields, group, alerts.size()));
    }
    return alerts;
  }

  /** A group that does not say its status: it fires while any alert does. */
  private static AlertStatus summed(List<AlertEvent> alerts) {
    var statuses = alerts.stream().map(AlertEvent::status).distinct().toList();
    if (statuses.contains(AlertStatus.FIRING)) {
      return AlertStatus.FIRING;
    }
    return statuses.size() == 1 ? statuses.getFirst() : AlertStatus.UNKNOWN;
  }
}
