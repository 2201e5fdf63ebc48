package dev.muster.commands.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One alert as a sender reports it, in our words. Every text is free of NUL and lone surrogates and
 * bounded in length; times lie between 1970 and 9999.
 *
 * @param dedupKey the sender's own identity of the alert, at most 255 characters, unique within one
 *     integration
 * @param severityRaw the sender's own word for the severity
 * @param title empty only where the sender says of an alert that it is over, or that somebody has
 *     it, and nothing else
 */
public record AlertEvent(
    String dedupKey,
    AlertStatus status,
    Optional<String> severityRaw,
    String title,
    Optional<String> summary,
    Map<String, String> labels,
    Map<String, String> annotations,
    Map<String, String> links,
    Optional<Instant> startsAt,
    Optional<Instant> endsAt) {

  public AlertEvent {
    labels = sorted(labels);
    annotations = sorted(annotations);
    links = sorted(links);
  }

  public Optional<CanonicalSeverity> severity() {
    return severityRaw.flatMap(CanonicalSeverity::of);
  }

  /** What people know it by: its title, or its identity where the sender gives no title. */
  public String name() {
    return title.isEmpty() ? dedupKey : title;
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
