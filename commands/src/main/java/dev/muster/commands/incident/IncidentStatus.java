package dev.muster.commands.incident;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The name of an incident's state, for lists and filters. */
public enum IncidentStatus {
  TRIGGERED,
  ACKNOWLEDGED,
  MITIGATED,
  RESOLVED;

  public static Optional<IncidentStatus> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
  }

  /** The word that API and configuration use. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
