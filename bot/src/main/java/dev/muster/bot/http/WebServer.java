package dev.muster.bot.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens. Where a predecessor was killed a moment ago, its port may need a moment to be free. */
public final class WebServer extends VerticleBase {

  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 250;
  private static final long GRACE_SECONDS = 3;
  private static final int MAX_HEADER = 16 * 1024;

  /**
   * Of one field of a form, as it is encoded; how long a whole form may be is said by its route.
   */
  private static final int MAX_FIELD = 64 * 1024;

  private final SocketAddress address;
  private final Consumer<Router> routes;
  private final Consumer<Integer> listening;
  private Optional<HttpServer> server = Optional.empty();

  /** Tells {@code listening} the port once it is open. */
  public WebServer(SocketAddress address, Consumer<Router> routes, Consumer<Integer> listening) {
    this.address = address;
    this.routes = routes;
    this.listening = listening;
  }

  @Override
  public Future<?> start() {
    var router = Router.router(vertx);
    routes.accept(router);
    return listen(vertx, router, ATTEMPTS)
        .onSuccess(open -> {
          server = Optional.of(open);
          listening.accept(open.actualPort());
        });
  }

  /** Lets requests that are under way finish. */
  @Override
  public Future<?> stop() {
    return server
        .map(open -> open.shutdown(GRACE_SECONDS, TimeUnit.SECONDS))
        .orElseGet(Future::succeededFuture);
  }

  private Future<HttpServer> listen(Vertx vertx, Router router, int attempts) {
    var options =
        new HttpServerOptions()
            .setMaxHeaderSize(MAX_HEADER)
            .setMaxFormAttributeSize(MAX_FIELD)
            .setIdleTimeout(120);
    return vertx
        .createHttpServer(options)
        .requestHandler(router)
        .listen(address)
        .recover(failure ->
            isTaken(failure) && attempts > 1
                ? vertx
                    .timer(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .compose(_ -> listen(vertx, router, attempts - 1))
                : Future.failedFuture(failure));
  }

  private static boolean isTaken(Throwable failure) {
    return failure instanceof BindException || failure.getCause() instanceof BindException;
  }
}
