package dev.muster.bot.health;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Objects;

/**
 * Lets HEAD ask whatever GET may, since that is how uptime checkers ask. The server leaves the body
 * out by itself.
 */
public final class HeadRequests {

  /** Streams that would never end, and links that are used up by whoever opens them. */
  private static final List<String> NOT_TO_BE_TRIED = List.of("/live", "/login/", "/ack/");

  private HeadRequests() {}

  /** For the routes that are there; call it when all are. */
  public static void allow(Router router) {
    router.getRoutes().stream()
        .filter(HeadRequests::fits)
        .forEach(it -> it.method(HttpMethod.HEAD));
  }

  private static boolean fits(Route route) {
    var methods = route.methods();
    var path = Objects.requireNonNullElse(route.getPath(), "");
    return methods != null
        && methods.contains(HttpMethod.GET)
        && NOT_TO_BE_TRIED.stream().noneMatch(path::startsWith);
  }
}
