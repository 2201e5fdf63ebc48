package dev.muster.bot.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** A body as it came, whatever its type claims. */
public final class RawBody {

  private RawBody() {}

  /**
   * Reads up to so many bytes; empty when there are more. Call it before anything else has read
   * from the request.
   */
  public static Future<Optional<Buffer>> read(HttpServerRequest request, int limit) {
    var promise = Promise.<Optional<Buffer>>promise();
    var body = Buffer.buffer();
    request
        .handler(chunk -> {
          if (body.length() + chunk.length() <= limit) {
            body.appendBuffer(chunk);
          } else {
            promise.tryComplete(Optional.empty());
          }
        })
        .exceptionHandler(promise::tryFail)
        .endHandler(_ -> promise.tryComplete(Optional.of(body)));
    return promise.future();
  }
}
