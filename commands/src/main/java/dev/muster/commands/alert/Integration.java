package dev.muster.commands.alert;

import java.util.Map;
import java.util.Optional;

/**
 * A configured sender: its name, its kind, and the severity of alerts whose sender gives none. Its
 * keys are no business of the core.
 *
 * @param words what this sender's own words for severities mean, where they are not the usual ones
 */
public record Integration(
    String name, String source, Optional<Severity> severity, Map<String, CanonicalSeverity> words) {

  public Integration {
    words = Map.copyOf(words);
  }

  /** A sender that uses the usual words. */
  public Integration(String name, String source, Optional<Severity> severity) {
    this(name, source, severity, Map.of());
  }

  /** How bad its sender says that the alert is. */
  public Optional<CanonicalSeverity> severityOf(AlertEvent event) {
    return event.severityRaw().map(words::get).or(event::severity);
  }
}
