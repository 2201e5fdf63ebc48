package dev.muster.bot.health;

import dev.muster.bot.http.Blocking;
import dev.muster.bot.http.Readiness;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Health for load balancers and people, metrics for Prometheus. */
public final class HealthRoutes {

  private final Readiness readiness;
  private final BooleanSupplier database;
  private final Supplier<String> metrics;
  private final Supplier<Optional<AddressProof>> proof;
  private final Blocking blocking;

  /**
   * Asks {@code database} whether it answers, {@code metrics} for a scrape and {@code proof} where
   * somebody is challenging us; all may block.
   */
  public HealthRoutes(
      Readiness readiness,
      BooleanSupplier database,
      Supplier<String> metrics,
      Supplier<Optional<AddressProof>> proof,
      Blocking blocking) {
    this.readiness = readiness;
    this.database = database;
    this.metrics = metrics;
    this.proof = proof;
    this.blocking = blocking;
  }

  public void mount(Router router) {
    router.get("/health/live").handler(this::live);
    router.get("/health/ready").handler(this::ready);
    router.get("/health").handler(this::ready);
    router.get("/metrics").handler(this::metrics);
  }

  private void live(RoutingContext context) {
    var challenge = context.request().getHeader(AddressProof.CHALLENGE);
    if (challenge == null) {
      answer(context, 200, "up", "");
      return;
    }
    blocking
        .run(proof::get)
        .onComplete(read -> {
          Optional.ofNullable(read.result())
              .flatMap(known -> known.flatMap(it -> it.answer(challenge)))
              .ifPresent(proved -> context.response().putHeader(AddressProof.PROOF, proved));
          answer(context, 200, "up", "");
        });
  }

  private void ready(RoutingContext context) {
    if (!readiness.isReady()) {
      answer(context, 503, "down", readiness.reason());
      return;
    }
    blocking
        .run(database::getAsBoolean)
        .onComplete(asked -> {
          var isUp = asked.succeeded() && asked.result();
          answer(
              context, isUp ? 200 : 503, isUp ? "up" : "down", isUp ? "" : "The database is away");
        });
  }

  private void metrics(RoutingContext context) {
    blocking
        .run(metrics::get)
        .onSuccess(text ->
            context
                .response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .end(text))
        .onFailure(context::fail);
  }

  private static void answer(RoutingContext context, int code, String status, String reason) {
    var body = new JsonObject().put("status", status);
    if (!reason.isEmpty()) {
      body.put("reason", reason);
    }
    context
        .response()
        .setStatusCode(code)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(body.toBuffer());
  }
}
