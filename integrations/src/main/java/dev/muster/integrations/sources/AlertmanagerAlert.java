package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.text.Sha256;
import dev.muster.integrations.sources.body.Bounds;
import dev.muster.integrations.sources.body.CleanText;
import dev.muster.integrations.sources.body.Json;
import dev.muster.integrations.sources.body.Rfc3339;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** One alert of a group. What is missing or odd in it costs that detail, never the alert. */
final class AlertmanagerAlert {

  private AlertmanagerAlert() {}

  static AlertEvent of(Json.Fields alert, AlertmanagerGroup group, int index) {
    var labels = AlertmanagerShape.labels(alert, index);
    var annotations = alert.fields("annotations");
    var title = title(labels, annotations, group);
    return new AlertEvent(
        dedupKey(alert, labels, title),
        StatusWords.status(alert).orElse(group.status()),
        labels
            .text("severity")
            .or(group::severity)
            .map(word -> CleanText.cut(word, Bounds.SEVERITY)),
        CleanText.cut(title, Bounds.TITLE),
        summary(annotations).map(text -> CleanText.cut(text, Bounds.SUMMARY)),
        Bounds.entries(labels),
        Bounds.entries(annotations),
        AlertmanagerLinks.of(alert, labels, annotations, group),
        time(alert, "startsAt"),
        time(alert, "endsAt"));
  }

  private static String title(
      Json.Fields labels, Json.Fields annotations, AlertmanagerGroup group) {
    return labels
        .text("alertname")
        .or(() -> annotations.text("summary"))
        .or(() -> annotations.text("title"))
        .or(group::title)
        .orElse("Alert")
        .strip();
  }

  private static Optional<String> summary(Json.Fields annotations) {
    return annotations
        .text("summary")
        .or(() -> annotations.text("description"))
        .or(() -> annotations.text("message"));
  }

  private static Optional<Instant> time(Json.Fields alert, String name) {
    return alert.text(name).flatMap(Rfc3339::parse);
  }

  /**
   * Alertmanager's own fingerprint stands for the labels. Where it is missing (before 0.20, and in
   * many imitations), the labels themselves are hashed; an alert without any is known by what it is
   * called and where it comes from.
   */
  private static String dedupKey(Json.Fields alert, Json.Fields labels, String title) {
    return alert
        .text("fingerprint")
        .map(fingerprint -> Bounds.key(fingerprint, Bounds.DEDUP_KEY))
        .orElseGet(() ->
            labels.values().isEmpty()
                ? Sha256.hex(counted(title) + counted(alert.get("generatorURL").asText()))
                : hash(labels));
  }

  private static String hash(Json.Fields labels) {
    var text = new StringBuilder();
    new TreeMap<>(labels.values())
        .forEach((name, value) -> text.append(counted(name)).append(counted(value.asText())));
    return Sha256.hex(text.toString());
  }

  /** With its length before it, so that no two lists of texts look the same when put together. */
  private static String counted(String text) {
    return text.length() + ":" + text + ",";
  }
}
