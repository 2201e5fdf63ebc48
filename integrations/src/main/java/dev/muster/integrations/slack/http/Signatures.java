package dev.muster.integrations.slack.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Slack's requests from everybody else's, and today's from recorded ones.
 * docs.slack.dev/authentication/verifying-requests-from-slack
 */
final class Signatures {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String METHOD = "HmacSHA256";
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private final SecretKeySpec secret;
  private final InstantSource clock;

  Signatures(String secret, InstantSource clock) {
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), METHOD);
    this.clock = clock;
  }

  boolean isSlacks(String timestamp, String signature, String body) {
    if (!SECONDS.matcher(timestamp).matches()) {
      return false;
    }
    var sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    return Duration.between(sent, clock.instant()).abs().compareTo(WINDOW) <= 0
        && MessageDigest.isEqual(
            signature.getBytes(StandardCharsets.UTF_8),
            expected(timestamp, body).getBytes(StandardCharsets.UTF_8));
  }

  private String expected(String timestamp, String body) {
    try {
      var mac = Mac.getInstance(METHOD);
      mac.init(secret);
      var text = "v0:" + timestamp + ":" + body;
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + METHOD, impossible);
    }
  }
}
