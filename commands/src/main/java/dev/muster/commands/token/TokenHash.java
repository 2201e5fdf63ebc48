package dev.muster.commands.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** What is kept of a token: its SHA-256 in hexadecimal. */
public record TokenHash(String hex) {

  /** In a time that tells nothing of how much of it was right. */
  boolean isOf(TokenSecret shown) {
    return MessageDigest.isEqual(bytes(hex), bytes(shown.hash().hex()));
  }

  @Override
  public String toString() {
    return "***";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
