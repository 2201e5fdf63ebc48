package dev.muster.integrations.sources;

import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.JsonText;
import dev.muster.integrations.sources.body.WebLink;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where an alert leads: its rule, its Alertmanager, a silence for it, its runbook, its dashboard.
 */
final class AlertmanagerLinks {

  private static final String NEW_SILENCE = "/#/silences/new?filter=";

  /** What Alertmanager's own page does not take in a matcher's name (its Utils/Filter.elm). */
  private static final String NOT_IN_NAMES = "{}!=~,\\\"'`";

  private AlertmanagerLinks() {}

  static Map<String, String> of(
      Json.Fields alert, Json.Fields labels, Json.Fields annotations, AlertmanagerGroup group) {
    var links = new TreeMap<String, String>();
    link(alert, "generatorURL").ifPresent(url -> links.put("source", url));
    group.url().ifPresent(url -> links.put("alertmanager", url));
    group.url().flatMap(url -> silence(url, labels)).ifPresent(url -> links.put("silence", url));
    link(annotations, "runbook_url").ifPresent(url -> links.put("runbook", url));
    link(annotations, "dashboard_url")
        .or(() -> link(annotations, "dashboard"))
        .ifPresent(url -> links.put("dashboard", url));
    return links;
  }

  private static Optional<String> link(Json.Fields fields, String name) {
    return fields.text(name).flatMap(WebLink::of);
  }

  /** The form for a silence of exactly this alert; none where it would be of more than this one. */
  private static Optional<String> silence(String url, Json.Fields labels) {
    if (labels.values().isEmpty()) {
      return Optional.empty();
    }
    var matchers = new StringBuilder();
    for (var label : new TreeMap<>(labels.values()).entrySet()) {
      if (!isName(label.getKey()) || matchers.length() > WebLink.MAX_LENGTH) {
        return Optional.empty();
      }
      matchers
          .append(matchers.isEmpty() ? "{" : ", ")
          .append(label.getKey())
          .append('=')
          .append(JsonText.quoted(label.getValue().asText()));
    }
    return Optional.of(url + NEW_SILENCE + WebLink.encode(matchers.append('}').toString()))
        .filter(link -> link.length() <= WebLink.MAX_LENGTH);
  }

  private static boolean isName(String name) {
    for (var at = 0; at < name.length(); at++) {
      var c = name.charAt(at);
      if (c <= ' ' || c == '\u0085' || c == '\u00a0' || NOT_IN_NAMES.indexOf(c) >= 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
