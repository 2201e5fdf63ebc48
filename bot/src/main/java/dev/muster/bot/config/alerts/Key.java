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

  /** Compared in constant time, whether it is still accepted or not. */
  boolean matches(String candidate, Instant now) {
    var isRight = secret.matches(candidate);
    return isRight && until.map(now::isBefore).orElse(true);
  }
}
