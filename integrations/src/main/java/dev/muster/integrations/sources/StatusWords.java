package dev.muster.integrations.sources;

import dev.muster.commands.alert.AlertStatus;
import java.util.Locale;

/** The words for an alert's status that Alertmanager and those who imitate it use. */
final class StatusWords {

  private StatusWords() {}

  static AlertStatus status(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "firing" -> AlertStatus.FIRING;
      case "resolved" -> AlertStatus.RESOLVED;
      case "acknowledged" -> AlertStatus.ACKNOWLEDGED;
      case "suppressed" -> AlertStatus.SUPPRESSED;
      default -> AlertStatus.UNKNOWN;
    };
  }
}
