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
    if (isDemo || shows(context)) {
      context.next();
      return;
    }
    context.response().putHeader("WWW-Authenticate", "Bearer");
    Problem.of(401, "Not allowed", why()).send(context.response());
  }

  private boolean shows(RoutingContext context) {
    var authorization = context.request().getHeader("Authorization");
    return token.isPresent()
        && authorization != null
        && authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            bytes(authorization.substring(BEARER.length())), bytes(token.get()));
  }

  private String why() {
    return token.isPresent()
        ? "Send the token as Authorization: Bearer TOKEN."
        : "No token is set up. Start Muster with MUSTER_API_TOKEN.";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
