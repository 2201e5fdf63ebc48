package dev.muster.bot.api;

import java.util.Locale;

/** Why somebody was not let in, or no further. */
enum Refusal {
  NO_TOKEN(401),
  UNKNOWN_TOKEN(401),
  EXPIRED(401),
  REVOKED(401),
  OWNER_LEFT(401),
  SCOPE(403),
  RIGHT(403);

  private final int status;

  Refusal(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** As the metric and the audit log have it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What {@code WWW-Authenticate} says, as RFC 6750 has it. */
  String challenge() {
    return switch (this) {
      case NO_TOKEN -> "Bearer realm=\"muster\"";
      case UNKNOWN_TOKEN, EXPIRED, REVOKED, OWNER_LEFT ->
          "Bearer realm=\"muster\", error=\"invalid_token\"";
      case SCOPE, RIGHT -> "Bearer realm=\"muster\", error=\"insufficient_scope\"";
    };
  }
}
