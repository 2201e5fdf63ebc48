package dev.muster.bot.api;

import dev.muster.bot.http.Problem;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Who may call the API: whoever shows the token; in the demo everybody who reaches it. */
public final class ApiAccess {

  private static final String BEARER = "Bearer ";

  private final Optional<String> token;
  private final boolean isDemo;

  public ApiAccess(Optional<String> token, boolean isDemo) {
    this.token = token;
    this.isDemo = isDemo;
  }

  void check(RoutingContext context) {
    var shown = shown(context);
    if (isDemo || shown.filter(this::isRight).isPresent()) {
      context.next();
      return;
    }
    context.response().putHeader("WWW-Authenticate", "Bearer");
    Problem.of(401, "Not allowed", why(shown.isPresent())).send(context.response());
  }

  private static Optional<String> shown(RoutingContext context) {
    return Optional.ofNullable(context.request().getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip())
        .filter(text -> !text.isEmpty());
  }

  private boolean isRight(String shown) {
    return token.isPresent() && MessageDigest.isEqual(bytes(shown), bytes(token.get()));
  }

  private String why(boolean isShown) {
    if (token.isEmpty()) {
      return "No token is set up. Start Muster with MUSTER_API_TOKEN.";
    }
    return isShown
        ? "This is not the token. Send the one that Muster was started with, MUSTER_API_TOKEN, as"
            + " Authorization: Bearer TOKEN."
        : "No token was sent. Send it as Authorization: Bearer TOKEN.";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
