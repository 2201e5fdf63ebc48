package dev.muster.bot.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server on which the first request of each path stays unanswered until it is let go; those after
 * it are answered at once. Thread-safe.
 */
final class HeldTarget implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 120;

  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Map<String, Integer> heard = new ConcurrentHashMap<>();

  private HeldTarget(HttpServer server) {
    this.server = server;
  }

  static HeldTarget start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      var target = new HeldTarget(server);
      server.setExecutor(target.executor);
      server.createContext("/", target::answer);
      server.start();
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often it was asked for this path. */
  int heard(String path) {
    return heard.getOrDefault(path, 0);
  }

  void letGo() {
    gate.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var isFirst = heard.merge(path, 1, Integer::sum) == 1;
    try (exchange) {
      if (isFirst && !gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody let " + path + " go");
      }
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    letGo();
    server.stop(0);
    executor.close();
  }
}
