package dev.muster.bot.api;

import dev.muster.bot.api.document.Filters;
import dev.muster.bot.api.run.OperationApi;
import dev.muster.bot.api.run.RunApi;
import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Problem;
import dev.muster.commands.operation.OperationFilter;
import dev.muster.commands.people.Right;
import dev.muster.commands.store.PageRequest;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.commands.store.UnknownCursor;
import dev.muster.commands.token.Scope;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything under {@code /api/v1}: each path, who may call it, and how it fails. */
public final class ApiRoutes {

  private static final Logger log = LoggerFactory.getLogger(ApiRoutes.class);
  private static final int BODY_LIMIT = 64 * 1024;

  private static final Right INCIDENTS = new Right("incident", "view");
  private static final Right ALERTS = new Right("alert", "view");
  private static final Right ON_CALL = new Right("oncall", "view");
  private static final Right RUNBOOKS = new Right("runbook", "view");
  private static final Right REPORTS = new Right("report", "view");

  private final ApiAccess access;
  private final ReadingApi reading;
  private final OnCallApi onCall;
  private final RunApi runs;
  private final OperationApi operations;
  private final CommandApi commands;
  private final Blocking blocking;

  public ApiRoutes(ApiAccess access, Reads reads, CommandApi commands, Blocking blocking) {
    this.access = access;
    this.reading = reads.reading();
    this.onCall = reads.onCall();
    this.runs = reads.runs();
    this.operations = reads.operations();
    this.commands = commands;
    this.blocking = blocking;
  }

  /** What programs may read. */
  public record Reads(ReadingApi reading, OnCallApi onCall, RunApi runs, OperationApi operations) {}

  public void mount(Router router) {
    router.route("/api/v1/*").failureHandler(ApiRoutes::fail);
    get(router, "/incidents", INCIDENTS, reading::incidents);
    get(router, "/incidents/:id", INCIDENTS, reading::incident);
    get(router, "/alerts", ALERTS, reading::alerts);
    get(router, "/silences", ALERTS, reading::silences);
    get(router, "/deliveries", ALERTS, reading::deliveries);
    get(router, "/deliveries/:id", ALERTS, reading::delivery);
    get(router, "/oncall", ON_CALL, onCall::onCall);
    get(router, "/schedules/:id/shifts", ON_CALL, onCall::shifts);
    get(router, "/runs", RUNBOOKS, this::runs);
    get(router, "/runs/:id", RUNBOOKS, call -> run(call, runs.one(call.id())));
    get(router, "/runs/:id/log", RUNBOOKS, call -> run(call, runs.log(call.id(), page(call))));
    get(router, "/operations", REPORTS, this::operations);
    get(router, "/operations/:id", REPORTS, this::operation);
    router.get("/api/v1/deliveries/:id/body").handler(this::body);
    router
        .route(HttpMethod.POST, "/api/v1/commands")
        .handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT))
        .handler(this::command);
  }

  private JsonObject runs(ApiCall call) {
    return runs.list(call.oneOf("state", RunApi.states()), call.text("runbook"), page(call));
  }

  private JsonObject operations(ApiCall call) {
    var text = call.text("text").orElse("");
    if (OperationFilter.isVain(text)) {
      throw BadCall.invalid("text: nothing can be found by \"" + text + "\": say words.");
    }
    var filter = OperationFilter.ALL.about(text);
    var since = call.time("since").map(filter::since).orElse(filter);
    return operations.list(call.time("until").map(since::until).orElse(since), page(call));
  }

  private JsonObject operation(ApiCall call) {
    return operations
        .one(call.id())
        .orElseThrow(() -> BadCall.notFound("There is no operation " + call.id() + "."));
  }

  private static JsonObject run(ApiCall call, Optional<JsonObject> found) {
    return found.orElseThrow(() -> BadCall.notFound("There is no run " + call.id() + "."));
  }

  private void get(Router router, String path, Right right, Function<ApiCall, JsonObject> handler) {
    var known = Filters.of("/api/v1" + path);
    router
        .get("/api/v1" + path)
        .handler(context ->
            read(context, right, call -> handler.apply(call.only(known)))
                .onSuccess(json -> send(context, json))
                .onFailure(context::fail));
  }

  private void body(RoutingContext context) {
    read(context, ALERTS, reading::body)
        .onSuccess(bytes ->
            context
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/octet-stream")
                .putHeader("Content-Disposition", "attachment; filename=\"body\"")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(bytes))
        .onFailure(context::fail);
  }

  private <T> Future<T> read(RoutingContext context, Right right, Function<ApiCall, T> handler) {
    var knock = Knock.of(context);
    var call = ApiCall.of(context);
    return blocking.run(() -> {
      var guest = access.admit(knock);
      guest.needs(Scope.READ);
      guest.needs(right);
      return handler.apply(call);
    });
  }

  /** Whether somebody may is the router's to decide, as everywhere. */
  private void command(RoutingContext context) {
    var knock = Knock.of(context);
    var type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    var isJson = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    var body = context.body().buffer();
    blocking
        .run(() -> {
          var guest = access.admit(knock);
          guest.needs(Scope.COMMAND);
          if (!isJson) {
            throw new BadCall(Problem.of(415, "Not JSON", "Send the command as application/json."));
          }
          return commands.run(guest, body);
        })
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
    if (failure instanceof BadCall bad && !bad.challenge().isEmpty()) {
      context.response().putHeader("WWW-Authenticate", bad.challenge());
    }
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
