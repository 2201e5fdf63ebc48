package dev.muster.bot.config.secret;

import java.util.Optional;
import java.util.regex.Pattern;

/** Whether what somebody made up could be guessed. */
public final class Strength {

  private static final int SHORT = 20;
  private static final Pattern ONE_KIND = Pattern.compile("[0-9]+|[a-z]+|[A-Z]+|(.)\\1+");

  private Strength() {}

  /** What to tell of a MUSTER_API_TOKEN that is weak; says nothing of what it is. */
  public static Optional<String> weakApiToken(String token) {
    return weakness(token)
        .map(why ->
            "MUSTER_API_TOKEN is weak: %s. Whoever guesses it may do everything here; set one such as `openssl rand -hex 24` prints"
                .formatted(why));
  }

  private static Optional<String> weakness(String secret) {
    if (secret.length() < SHORT) {
      return Optional.of("it is shorter than " + SHORT + " characters");
    }
    return ONE_KIND.matcher(secret).matches()
        ? Optional.of("all of it is one kind of character")
        : Optional.empty();
  }
}
