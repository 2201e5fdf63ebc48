package dev.muster.integrations.sources.mapping;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.integrations.sources.body.Rfc3339;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What words and numbers usually mean, whoever sends them. */
final class UsualWords {

  private static final Pattern SECONDS = Pattern.compile("(\\d{9,11})(?:\\.\\d{1,9})?");
  private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");

  private UsualWords() {}

  /** Empty for a word of which nobody can know what it means. */
  static Optional<AlertStatus> status(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_")) {
      case "firing",
          "fired",
          "fire",
          "alerting",
          "alert",
          "alarm",
          "triggered",
          "trigger",
          "open",
          "opened",
          "active",
          "activated",
          "new",
          "created",
          "create",
          "started",
          "down",
          "problem",
          "failed",
          "failure",
          "fail",
          "failing",
          "error",
          "critical",
          "warning",
          "unhealthy",
          "reopened" ->
          Optional.of(AlertStatus.FIRING);
      case "resolved",
          "resolve",
          "ok",
          "okay",
          "up",
          "close",
          "closed",
          "clear",
          "cleared",
          "recovered",
          "recovery",
          "normal",
          "inactive",
          "deactivated",
          "healthy",
          "fixed",
          "ended",
          "success",
          "passed" ->
          Optional.of(AlertStatus.RESOLVED);
      case "acknowledged", "acknowledge", "ack", "acked" -> Optional.of(AlertStatus.ACKNOWLEDGED);
      case "suppressed", "silenced", "muted", "snoozed", "inhibited", "paused", "maintenance" ->
          Optional.of(AlertStatus.SUPPRESSED);
      case "unknown", "no_data", "nodata", "pending", "insufficient_data" ->
          Optional.of(AlertStatus.UNKNOWN);
      default -> Optional.empty();
    };
  }

  /** RFC 3339, or seconds or milliseconds since 1970. */
  static Optional<Instant> time(String text) {
    var seconds = SECONDS.matcher(text);
    if (seconds.matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.group(1))));
    }
    return MILLIS.matcher(text).matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
        : Rfc3339.parse(text);
  }
}
