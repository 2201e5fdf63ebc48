package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.WebLink;
import java.util.Optional;

/**
 * What a group says for those of its alerts that do not say it themselves.
 *
 * @param status what an alert without a status has; nobody sends a webhook to say nothing, so an
 *     alert of which even the group says nothing fires
 * @param url where the Alertmanager's own pages are, without a slash at its end
 */
record AlertmanagerGroup(
    AlertStatus status, Optional<String> severity, Optional<String> title, Optional<String> url) {

  static AlertmanagerGroup of(Json.Fields notification) {
    return new AlertmanagerGroup(
        StatusWords.status(notification).orElse(AlertStatus.FIRING),
        notification.fields("commonLabels").text("severity"),
        title(notification.fields("groupLabels")),
        notification
            .text("externalURL")
            .flatMap(WebLink::of)
            .map(url -> url.endsWith("/") ? url.substring(0, url.length() - 1) : url));
  }

  private static Optional<String> title(Json.Fields labels) {
    var title = new StringBuilder();
    for (var label : labels.values().entrySet()) {
      if (title.length() <= Bounds.TITLE) {
        title
            .append(title.isEmpty() ? "" : ", ")
            .append(label.getKey())
            .append('=')
            .append(label.getValue().asText());
      }
    }
    return title.isEmpty()
        ? Optional.empty()
        : Optional.of(CleanText.cut(title.toString(), Bounds.TITLE));
  }
}
