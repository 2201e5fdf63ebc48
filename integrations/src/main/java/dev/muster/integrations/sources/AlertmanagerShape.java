package dev.muster.integrations.sources;

import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.UnreadableBody;
import java.util.List;
import java.util.stream.Stream;

/** What a body must have to be Alertmanager's, and what to tell the owner of one that has not. */
final class AlertmanagerShape {

  private AlertmanagerShape() {}

  static Json.Fields notification(Json body) {
    if (!(body instanceof Json.Fields notification)) {
      throw unreadable("", "expected an object, found " + body.kind() + hint(body));
    }
    if (!notification.has("alerts") && !notification.has("version")) {
      throw unreadable(
          "",
          "this does not look like Alertmanager's webhook, for it has neither \"alerts\" nor"
              + " \"version\""
              + hint(notification));
    }
    return notification;
  }

  static List<Json> alerts(Json.Fields notification) {
    return switch (notification.get("alerts")) {
      case Json.Items(var alerts) when alerts.size() > Bounds.ALERTS ->
          throw unreadable(
              "/alerts",
              "expected at most "
                  + Bounds.ALERTS
                  + " alerts, found "
                  + alerts.size()
                  + "; group by more labels, or set max_alerts in webhook_configs");
      case Json.Items(var alerts) -> alerts;
      case Json.Word word when word == Json.Word.NULL -> List.of();
      case Json other -> throw unreadable("/alerts", "expected an array, found " + other.kind());
    };
  }

  /** The labels of an alert, without which nobody knows what it is about or where it goes. */
  static Json.Fields labels(Json.Fields alert, int index) {
    return switch (alert.get("labels")) {
      case Json.Fields labels -> labels;
      case Json.Word word when word == Json.Word.NULL -> Json.Fields.NONE;
      case Json other ->
          throw unreadable(
              "/alerts/" + index + "/labels", "expected an object, found " + other.kind());
    };
  }

  /** A number of alerts; nothing that could be one is none. */
  static int count(Json json) {
    try {
      return Math.clamp(Long.parseLong(json.asText()), 0, Integer.MAX_VALUE);
    } catch (NumberFormatException nonsense) {
      return 0;
    }
  }

  private static String hint(Json body) {
    return switch (body) {
      case Json.Items _ ->
          "; Prometheus sends such lists to Alertmanager: let Alertmanager's webhook_configs, not"
              + " Prometheus' alerting, point here";
      case Json.Fields fields
          when hasAny(fields, "ruleId", "ruleUrl", "evalMatches", "dashboardId", "orgId") ->
          "; it looks like the webhook of Grafana's legacy alerting, which this version does not"
              + " read";
      case Json.Fields fields when hasAny(fields, "attachments", "blocks", "text") ->
          "; it looks like a message for Slack: use webhook_configs in place of slack_configs";
      case Json.Fields _ ->
          "; a body of your own needs Alertmanager's shape, at least"
              + " {\"alerts\":[{\"labels\":{\"alertname\":\"…\"}}]}";
      default -> "";
    };
  }

  private static boolean hasAny(Json.Fields fields, String... names) {
    return Stream.of(names).anyMatch(fields::has);
  }

  private static UnreadableBody unreadable(String pointer, String reason) {
    return new UnreadableBody(Fault.at(pointer, reason));
  }
}
