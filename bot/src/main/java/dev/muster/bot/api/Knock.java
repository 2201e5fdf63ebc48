package dev.muster.bot.api;

import dev.muster.bot.http.Peer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * What is known of a call before anybody is let in.
 *
 * @param token what was shown; never said again
 * @param what the method and the path's pattern
 * @param from the address that it came from
 */
record Knock(Optional<String> token, String what, String from) {

  private static final String BEARER = "Bearer ";

  static Knock of(RoutingContext context) {
    var request = context.request();
    var token =
        Optional.ofNullable(request.getHeader("Authorization"))
            .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
            .map(header -> header.substring(BEARER.length()).strip())
            .filter(text -> !text.isEmpty());
    var pattern =
        Optional.ofNullable(context.currentRoute())
            .flatMap(route -> Optional.ofNullable(route.getPath()))
            .orElseGet(context::normalizedPath)
            .replaceAll(":(\\w+)", "{$1}");
    return new Knock(token, request.method().name() + " " + pattern, Peer.of(request));
  }
}
