package dev.muster.commands.login;

import dev.muster.commands.text.Sha256;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What a link or a cookie carries: 256 random bits. Only their SHA-256 is ever kept. */
public record LoginToken(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  static LoginToken random(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new LoginToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Empty for what cannot be one of ours. */
  public static Optional<LoginToken> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new LoginToken(text)) : Optional.empty();
  }

  /** As 64 hexadecimal digits. */
  public String hash() {
    return Sha256.hex(text);
  }

  /** Not the token, which belongs into no log. */
  @Override
  public String toString() {
    return "LoginToken[hidden]";
  }
}
