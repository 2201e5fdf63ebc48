package dev.muster.bot.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** An error for a program, as RFC 9457 shapes it: what happened, what was kept, what to do next. */
public final class Problem {

  private final JsonObject body;
  private final int status;
  private Optional<Integer> retryAfterSeconds = Optional.empty();

  private Problem(int status, String title, String detail) {
    this.status = status;
    this.body =
        new JsonObject()
            .put("type", "about:blank")
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
  }

  public static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail);
  }

  /** The same call may go through later, and does no harm then. */
  public static Problem unavailable(String detail) {
    var problem = of(503, "Not available", detail);
    problem.retryAfterSeconds = Optional.of(5);
    return problem;
  }

  /** One more member of the body. */
  public Problem with(String name, Object value) {
    body.put(name, value);
    return this;
  }

  /** What happened, in words. */
  public String detail() {
    return body.getString("detail");
  }

  public void send(HttpServerResponse response) {
    if (response.ended() || response.closed()) {
      return;
    }
    retryAfterSeconds.ifPresent(
        seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .end(body.toBuffer());
  }
}
