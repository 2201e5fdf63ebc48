package dev.muster.runbooks.trigger;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A firing alert, as runbooks know it.
 *
 * @param id its number in the history
 * @param severity the team's own word
 * @param fingerprint the sender's own identity of it
 * @param link where to look first; may be empty
 */
public record AlertFacts(
    long id,
    String name,
    String severity,
    String summary,
    String fingerprint,
    Map<String, String> labels,
    Map<String, String> annotations,
    String link,
    Instant startsAt) {

  public AlertFacts {
    labels = Map.copyOf(labels);
    annotations = Map.copyOf(annotations);
  }

  /** What expressions see as {@code alert}. */
  public Map<String, Object> shown() {
    var shown = new LinkedHashMap<String, Object>();
    shown.put("name", name);
    shown.put("severity", severity);
    shown.put("state", "firing");
    shown.put("summary", summary);
    shown.put("fingerprint", fingerprint);
    shown.put("labels", new TreeMap<>(labels));
    shown.put("annotations", new TreeMap<>(annotations));
    shown.put("link", link);
    shown.put("startsAt", startsAt);
    return shown;
  }

  /** A label's value; senders without labels of these names still have a name and a severity. */
  public String label(String label) {
    var value = labels.get(label);
    if (value != null) {
      return value;
    }
    return switch (label) {
      case "alertname" -> name;
      case "severity" -> severity;
      default -> "";
    };
  }

  /** By the name that a throttle groups by: {@code labels.cluster}, {@code severity}, … */
  String attribute(String path) {
    return switch (path) {
      case "name" -> name;
      case "severity" -> severity;
      default -> labels.getOrDefault(path.replaceFirst("^labels[.]", ""), "");
    };
  }
}
