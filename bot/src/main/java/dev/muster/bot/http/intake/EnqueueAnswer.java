package dev.muster.bot.http.intake;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What PagerDuty's Events API v2 answers. */
record EnqueueAnswer(int status, JsonObject body) implements IntakeAnswer {

  static IntakeAnswer processed(String dedupKey) {
    return new EnqueueAnswer(202, body("success", "Event processed").put("dedup_key", dedupKey));
  }

  /** The event is refused, and would be again. */
  static IntakeAnswer invalid(int status, List<String> errors) {
    return new EnqueueAnswer(
        status,
        body("invalid event", "Event object is invalid").put("errors", new JsonArray(errors)));
  }

  @Override
  public void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return;
    }
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(body.toBuffer());
  }

  private static JsonObject body(String status, String message) {
    return new JsonObject().put("status", status).put("message", message);
  }
}
