package dev.muster.integrations.slack.fake.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.ServerWebSocketHandshake;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The HTTP and WebSocket server, on a port that the system chooses. */
public final class Server implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final AtomicBoolean down = new AtomicBoolean();
  private HttpServer http;
  private Manners manners;

  /** Who answers, who lets a socket in, and who gets it then. */
  public record Handlers(
      Front front, Handler<ServerWebSocketHandshake> door, Handler<ServerWebSocket> sockets) {}

  public Server start(Handlers handlers) {
    manners = new Manners(vertx);
    http = vertx.createHttpServer(new HttpServerOptions().setHost(HOST).setPort(0));
    http.requestHandler(request -> take(request, handlers.front()));
    http.webSocketHandshakeHandler(handlers.door());
    http.webSocketHandler(handlers.sockets());
    wait(http.listen());
    return this;
  }

  public String address() {
    return HOST + ":" + http.actualPort();
  }

  public Vertx vertx() {
    return vertx;
  }

  /** Every connection is reset before anything is read, until it is up again. */
  public void goDown() {
    down.set(true);
  }

  public void comeUp() {
    down.set(false);
  }

  private void take(HttpServerRequest request, Front front) {
    if (down.get()) {
      manners.reset(request);
      return;
    }
    request
        .body()
        .onSuccess(body -> {
          var reaction = front.react(request.path(), read(request, body));
          manners.give(request, reaction);
        });
  }

  private static Request read(HttpServerRequest request, Buffer body) {
    return new Request(
        Objects.requireNonNullElse(request.getHeader("Content-Type"), ""),
        Objects.requireNonNullElse(request.getHeader("Authorization"), ""),
        Objects.requireNonNullElse(request.query(), ""),
        body.toString());
  }

  @Override
  public void close() {
    wait(vertx.close());
  }

  private static void wait(Future<?> future) {
    try {
      future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the fake Slack does not start or stop", e);
    }
  }
}
