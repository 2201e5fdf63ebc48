package dev.muster.bot.api;

import dev.muster.bot.http.Problem;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call the API: whoever shows the token. The demo asks for none, but answers only to this
 * machine's own names, so that no web page elsewhere can speak to it through somebody's browser.
 */
public final class ApiAccess {

  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final String BEARER = "Bearer ";

  private final Optional<String> token;
  private final boolean isDemo;

  public ApiAccess(Optional<String> token, boolean isDemo) {
    this.token = token;
    this.isDemo = isDemo;
  }

  void check(RoutingContext context) {
    var authority = context.request().authority();
    if (isDemo ? authority != null && OWN_NAMES.contains(authority.host()) : shows(context)) {
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
    if (isDemo) {
      return "The demo answers to localhost only.";
    }
    return token.isPresent()
        ? "Send the token as Authorization: Bearer TOKEN."
        : "No token is set up. Start Muster with MUSTER_API_TOKEN.";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
