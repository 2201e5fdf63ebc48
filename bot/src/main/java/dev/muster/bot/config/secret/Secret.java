package dev.muster.bot.config.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that is never printed and is compared in constant time. Immutable. */
public final class Secret {

  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The value itself, for handing on to the system that asks for it. */
  public String reveal() {
    return value;
  }

  public boolean matches(String candidate) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
