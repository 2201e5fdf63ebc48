package dev.muster.bot.health;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves that whoever answers at an address is a Muster on our database, to those alone who know
 * the key that lies there: they send something new, and get back what only the key makes of it.
 * Everybody else learns nothing.
 */
public record AddressProof(String key) {

  /** The header that asks, with 32 hexadecimal digits. */
  public static final String CHALLENGE = "Muster-Challenge";

  /** The header that answers. */
  public static final String PROOF = "Muster-Proof";

  private static final Pattern ASKED = Pattern.compile("[0-9a-f]{32}");
  private static final String METHOD = "HmacSHA256";

  /** So that the key says nothing that could be meant otherwise. */
  private static final String PURPOSE = "muster-address:";

  /** Empty for what is no challenge. */
  public Optional<String> answer(String challenge) {
    return ASKED.matcher(challenge).matches() ? Optional.of(sign(challenge)) : Optional.empty();
  }

  private String sign(String challenge) {
    try {
      var mac = Mac.getInstance(METHOD);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), METHOD));
      return HexFormat.of()
          .formatHex(mac.doFinal((PURPOSE + challenge).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + METHOD, impossible);
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "AddressProof";
  }
}
