package dev.muster.bot.http;

import io.vertx.core.buffer.Buffer;
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
