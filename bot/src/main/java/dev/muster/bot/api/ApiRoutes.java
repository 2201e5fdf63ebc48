package dev.muster.bot.api;

import dev.muster.bot.api.document.Filters;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Problem;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.UnknownCursor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything under {@code /api/v1}: each path, who may call it, and how it fails. */
public final class ApiRoutes {

  private static final Logger log = LoggerFactory.getLogger(ApiRoutes.class);
  private static final int BODY_LIMIT = 64 * 1024;

  private final ApiAccess access;
  private final ReadingApi reading;
  private final OnCallApi onCall;
  private final CommandApi commands;
  private final Blocking blocking;

  public ApiRoutes(
      ApiAccess access,
      ReadingApi reading,
      OnCallApi onCall,
      CommandApi commands,
      Blocking blocking) {
    this.access = access;
    this.reading = reading;
    this.onCall = onCall;
    this.commands = commands;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.route("/api/v1/*").handler(access::check).failureHandler(ApiRoutes::fail);
    get(router, "/incidents", reading::incidents);
    get(router, "/incidents/:id", reading::incident);
    get(router, "/alerts", reading::alerts);
    get(router, "/deliveries", reading::deliveries);
    get(router, "/deliveries/:id", reading::delivery);
    get(router, "/oncall", onCall::onCall);
    get(router, "/schedules/:id/shifts", onCall::shifts);
    router.get("/api/v1/deliveries/:id/body").handler(this::body);
    router
        .route(HttpMethod.POST, "/api/v1/commands")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(this::command);
  }

  private void get(Router router, String path, Function<ApiCall, JsonObject> handler) {
    var known = Filters.of("/api/v1" + path);
    router
        .get("/api/v1" + path)
        .handler(context -> {
          var call = ApiCall.of(context);
          blocking
              .run(() -> handler.apply(call.only(known)))
              .onSuccess(json -> send(context, json))
              .onFailure(context::fail);
        });
  }

  private void body(RoutingContext context) {
    var call = ApiCall.of(context);
    blocking
        .run(() -> reading.body(call))
        .onSuccess(bytes ->
            context
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .putHeader("Content-Disposition", "attachment; filename=\"body\"")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(bytes))
        .onFailure(context::fail);
  }

  private void command(RoutingContext context) {
    var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      Problem.of(415, "Not JSON", "Send the command as application/json.").send(context.response());
      return;
    }
    var body = context.body().buffer();
    blocking
        .run(() -> commands.run(body))
        .onSuccess(json -> send(context, json))
        .onFailure(context::fail);
  }

  private static void send(RoutingContext context, JsonObject json) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(json.toBuffer());
  }

  private static void fail(RoutingContext context) {
    var failure = context.failure();
    var problem =
        switch (failure) {
          case BadCall bad -> bad.problem();
          case UnknownCursor unknown ->
              Problem.of(
                  400,
                  "Invalid",
                  "cursor: "
                      + unknown.getMessage()
                      + ". Leave it out to begin, then take nextCursor of each answer.");
          case StoreUnavailable away when away.isUnclear() ->
              Problem.of(
                  503,
                  "Unclear",
                  "It may have been done: " + away.getMessage() + ". Look before you repeat it.");
          case StoreUnavailable away ->
              Problem.unavailable("Nothing was done: " + away.getMessage() + ". Try again.");
          case null, default -> unexpected(context);
        };
    problem.send(context.response());
  }

  private static Problem unexpected(RoutingContext context) {
    if (context.statusCode() >= 400 && context.statusCode() < 500) {
      return Problem.of(context.statusCode(), "Not possible", "The request cannot be served so.");
    }
    log.atError().setCause(context.failure()).log("API call failed");
    return Problem.of(500, "Failed", "That did not work. Try again.");
  }

  static Problem notFound(String detail) {
    return Problem.of(404, "Not found", detail);
  }

  /** What every list takes: {@code limit} and {@code cursor}. */
  static PageRequest page(ApiCall call) {
    return new PageRequest(
        call.number("limit", 1, PageRequest.MAX_LIMIT).orElse(PageRequest.DEFAULT_LIMIT),
        call.text("cursor"));
  }
}
