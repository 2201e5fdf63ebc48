package dev.muster.bot.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that tells what it is told, in every form: /told well, /failed as an error. */
final class Gossip implements AutoCloseable {

  private final HttpServer server;
  private final AtomicInteger heard = new AtomicInteger();

  private Gossip(HttpServer server) {
    this.server = server;
  }

  static Gossip of(Planted planted) {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      var gossip = new Gossip(server);
      var all = new JsonObject();
      planted.written().forEach(all::put);
      server.createContext(
          "/told", exchange -> gossip.answer(exchange, planted, 200, all.encode()));
      // An error is shown only in part: the cut goes through the secret.
      for (var before = 0; before < 20; before++) {
        var text = "x".repeat(180 + before) + planted.secret();
        server.createContext(
            "/failed" + before, exchange -> gossip.answer(exchange, planted, 500, text));
      }
      server.start();
      return gossip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often the secret came here. */
  int heard() {
    return heard.get();
  }

  private void answer(HttpExchange exchange, Planted planted, int status, String text)
      throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (body.contains(planted.json())) {
        heard.incrementAndGet();
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.getResponseHeaders().add("X-Told", planted.secret());
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
