package dev.muster.integrations.slack.fake.proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** A small app that keeps what it is brought and answers what it is told to. */
final class App implements AutoCloseable {

  private final HttpServer http;
  private final BlockingQueue<Brought> brought = new LinkedBlockingQueue<>();
  private volatile Function<Brought, Said> answer = _ -> new Said(200, "text/plain", "");

  record Said(int status, String type, String body) {}

  record Brought(HttpExchange exchange, String body) {

    String header(String name) {
      return exchange.getRequestHeaders().getFirst(name);
    }

    /** Without the form around it. */
    String decoded() {
      return URLDecoder.decode(body, StandardCharsets.UTF_8);
    }
  }

  App() {
    try {
      http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::take);
    http.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/slack/events");
  }

  void answers(Function<Brought, Said> how) {
    answer = how;
  }

  void answersJson(String json) {
    answer = _ -> new Said(200, "application/json", json);
  }

  BlockingQueue<Brought> brought() {
    return brought;
  }

  private void take(HttpExchange exchange) throws IOException {
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var one = new Brought(exchange, body);
    brought.add(one);
    var said = answer.apply(one);
    var bytes = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", said.type());
    exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
