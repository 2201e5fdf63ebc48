package dev.muster.bot.api.document;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code GET /api/openapi.json}: whatever programs can ask for, found by asking the router for its
 * routes. Needs no token.
 */
public final class OpenApi {

  private static final List<String> FOR_PROGRAMS =
      List.of("/api/", "/v1/", "/v2/", "/health", "/metrics");
  private static final List<HttpMethod> METHODS =
      List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

  private final Router router;
  private final String version;

  public OpenApi(Router router, String version) {
    this.router = router;
    this.version = version;
  }

  public void mount() {
    router.get("/api/openapi.json").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(document().toBuffer());
  }

  JsonObject document() {
    var paths = new JsonObject();
    router.getRoutes().forEach(route -> add(paths, route));
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put("info", new JsonObject().put("title", "Muster").put("version", version))
        .put("paths", paths)
        .put(
            "components",
            new JsonObject()
                .put("schemas", Schemas.schemas())
                .put("securitySchemes", Security.schemes()));
  }

  private static void add(JsonObject paths, Route route) {
    var pattern = Objects.requireNonNullElse(route.getPath(), "");
    var methods = route.methods();
    if (methods == null || FOR_PROGRAMS.stream().noneMatch(pattern::startsWith)) {
      return;
    }
    var path = pattern.replaceAll(":(\\w+)", "{$1}");
    METHODS.stream()
        .filter(methods::contains)
        .forEach(method -> {
          if (!paths.containsKey(path)) {
            paths.put(path, new JsonObject());
          }
          var word = method.name().toLowerCase(Locale.ROOT);
          paths.getJsonObject(path).put(word, operation(method.name() + " " + path, path));
        });
  }

  /** One that nothing is said of is there nevertheless. */
  private static JsonObject operation(String methodAndPath, String path) {
    return Operation.of(methodAndPath)
        .orElseGet(() -> new Operation(methodAndPath, List.of(), 200, "application/json"))
        .document(path)
        .put("security", Security.of(path));
  }
}
