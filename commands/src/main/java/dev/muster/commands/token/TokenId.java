package dev.muster.commands.token;

import java.util.Optional;
import java.util.regex.Pattern;

/** Which token it is: the part of it that is no secret. */
public record TokenId(String value) {

  static final int LENGTH = 10;

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{" + LENGTH + "}");

  public TokenId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("no id of a token");
    }
  }

  /** Reads {@code k3j9x2m1qa}, with or without what stands around it in the token. */
  static Optional<TokenId> parse(String text) {
    var start = text.startsWith(TokenSecret.PREFIX) ? TokenSecret.PREFIX.length() : 0;
    var end = text.indexOf('_', start);
    var id = text.substring(start, end < 0 ? text.length() : end);
    return SHAPE.matcher(id).matches() ? Optional.of(new TokenId(id)) : Optional.empty();
  }

  /** As people see it: {@code mst_k3j9x2m1qa}. */
  @Override
  public String toString() {
    return TokenSecret.PREFIX + value;
  }
}
