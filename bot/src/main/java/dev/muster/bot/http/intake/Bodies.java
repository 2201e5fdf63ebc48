package dev.muster.bot.http.intake;

import dev.muster.bot.http.RawBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Bodies of requests, bounded whether packed or not. */
final class Bodies {

  /** The limit of a body, inflated too (design/API). */
  static final int LIMIT = 5 * 1024 * 1024;

  private Bodies() {}

  /** A body as it is meant to be read, or why it cannot be had. */
  sealed interface Unpacked {
    record Plain(Buffer bytes) implements Unpacked {}

    record TooLarge() implements Unpacked {}

    record Corrupt(Buffer bytes, String reason) implements Unpacked {}

    /** Not read at all, since nobody here could unpack it. */
    record Foreign(String encoding) implements Unpacked {}
  }

  /**
   * Reads a body as it comes, whatever its type claims: senders and curl call JSON a form, and a
   * form would be decoded. Call it before anything else has read from the request.
   */
  static Future<Unpacked> read(HttpServerRequest request) {
    return RawBody.read(request, LIMIT)
        .map(body -> body.<Unpacked>map(Unpacked.Plain::new).orElseGet(Unpacked.TooLarge::new));
  }

  static Unpacked unpack(Buffer body) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(body.getBytes()))) {
      var bytes = in.readNBytes(LIMIT + 1);
      return bytes.length > LIMIT
          ? new Unpacked.TooLarge()
          : new Unpacked.Plain(Buffer.buffer(bytes));
    } catch (IOException e) {
      return new Unpacked.Corrupt(
          body, "the body is said to be gzip but is not: " + e.getMessage());
    }
  }
}
