package dev.muster.bot.config.alerts;

import dev.muster.bot.config.secret.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * What proves a sender.
 *
 * @param until when an old one stops being accepted
 */
public record Key(Secret secret, Optional<Instant> until) {

  /** What opens the demo, and is known to everybody who has read our README. */
  public static final String DEMO = "demo";

  /** Compared in constant time, whether it is still accepted or not. */
  boolean matches(String candidate, Instant now) {
    var isRight = secret.matches(candidate);
    return isRight && until.map(now::isBefore).orElse(true);
  }
}
