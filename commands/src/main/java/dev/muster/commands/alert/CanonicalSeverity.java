package dev.muster.commands.alert;

import java.util.Locale;
import java.util.Optional;

/** The scale that every sender's words are brought to, worst first. */
public enum CanonicalSeverity {
  CRITICAL,
  HIGH,
  MEDIUM,
  LOW,
  INFO;

  /** Reads the words that senders use, whatever their case; empty when the word says nothing. */
  public static Optional<CanonicalSeverity> of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "critical", "page", "fatal", "emergency", "disaster" -> Optional.of(CRITICAL);
      case "high", "error", "major" -> Optional.of(HIGH);
      case "medium", "warning", "warn", "minor", "average" -> Optional.of(MEDIUM);
      case "low" -> Optional.of(LOW);
      case "info", "informational", "information", "none", "debug" -> Optional.of(INFO);
      default -> Optional.empty();
    };
  }

  public boolean isWorseThan(CanonicalSeverity other) {
    return compareTo(other) < 0;
  }

  /** The word that configuration and API use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
