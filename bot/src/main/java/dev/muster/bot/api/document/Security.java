package dev.muster.bot.api.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What each address asks of whoever calls it. */
final class Security {

  private static final String COMMANDS = "/api/v1/commands";

  private Security() {}

  static JsonObject schemes() {
    return new JsonObject()
        .put(
            "token",
            http("bearer")
                .put(
                    "description",
                    "A token that somebody made with /muster token create, or MUSTER_API_TOKEN,"
                        + " which has every scope. Scopes: read (whatever is under /api/v1),"
                        + " command (runs commands as its owner), impersonate (as somebody else,"
                        + " named in `as`). Whatever its scopes are, a token may no more than its"
                        + " owner may at the moment. 401: no token, or one that is unknown,"
                        + " expired, revoked, or of somebody who left. 403: a scope is missing, or"
                        + " a right of its owner."))
        .put("key", http("bearer").put("description", "The key of an integration."))
        .put(
            "keyAsPassword",
            http("basic").put("description", "The key as the password, with any user."))
        .put(
            "keyInAddress",
            new JsonObject()
                .put("type", "apiKey")
                .put("in", "query")
                .put("name", "key")
                .put("description", "The key, for senders that can do no other."));
  }

  /** The ways to be let in, of which one will do; none where nobody is kept out. */
  static JsonArray of(String path) {
    if (path.startsWith("/api/v1/")) {
      return new JsonArray().add(way("token", path.equals(COMMANDS) ? "command" : "read"));
    }
    return path.startsWith("/v1/")
        ? new JsonArray().add(way("key")).add(way("keyAsPassword")).add(way("keyInAddress"))
        : new JsonArray();
  }

  private static JsonObject http(String scheme) {
    return new JsonObject().put("type", "http").put("scheme", scheme);
  }

  private static JsonObject way(String scheme, String... scopes) {
    return new JsonObject().put(scheme, new JsonArray(List.of(scopes)));
  }
}
