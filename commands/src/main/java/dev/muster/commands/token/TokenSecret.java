package dev.muster.commands.token;

import dev.muster.commands.text.Sha256;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A whole token, {@code mst_ID_SECRET}: shown to its owner once, then known by its SHA-256 alone.
 * The secret has 238 bits of chance, which needs no slow hash. Scanners of leaked secrets know it
 * by {@code mst_[a-z0-9]{10}_[A-Za-z0-9]{40}}.
 */
public final class TokenSecret {

  static final String PREFIX = "mst_";

  private static final int SECRET_LENGTH = 40;
  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String ALL = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private static final Pattern SHAPE =
      Pattern.compile(
          PREFIX + "(?<id>[a-z0-9]{" + TokenId.LENGTH + "})_[A-Za-z0-9]{" + SECRET_LENGTH + "}");

  private final TokenId id;
  private final String whole;

  private TokenSecret(TokenId id, String whole) {
    this.id = id;
    this.whole = whole;
  }

  static TokenSecret make(SecureRandom random) {
    var id = new TokenId(letters(random, SMALL, TokenId.LENGTH));
    return new TokenSecret(id, id + "_" + letters(random, ALL, SECRET_LENGTH));
  }

  /** Empty for what cannot be one of ours. */
  public static Optional<TokenSecret> parse(String shown) {
    var shape = SHAPE.matcher(shown);
    return shape.matches()
        ? Optional.of(new TokenSecret(new TokenId(shape.group("id")), shown))
        : Optional.empty();
  }

  public TokenId id() {
    return id;
  }

  TokenHash hash() {
    return new TokenHash(Sha256.hex(whole));
  }

  /** The token itself, for its owner's eyes. */
  String reveal() {
    return whole;
  }

  @Override
  public String toString() {
    return id + "_***";
  }

  private static String letters(SecureRandom random, String alphabet, int length) {
    var text = new StringBuilder(length);
    for (var i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }
}
