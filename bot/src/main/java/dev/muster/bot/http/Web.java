package dev.muster.bot.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The event loops and the servers on them. Its methods block and are not for an event loop. */
public final class Web implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Vertx vertx;
  private final Blocking blocking;

  /** Work that blocks is handed to {@code executor}. */
  public Web(Executor executor) {
    var files =
        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
    this.vertx = Vertx.vertx(new VertxOptions().setFileSystemOptions(files));
    this.blocking = new Blocking(vertx, executor);
  }

  public Vertx vertx() {
    return vertx;
  }

  public Blocking blocking() {
    return blocking;
  }

  /**
   * Serves from now on; answers the port, which the system chooses for 0.
   *
   * @throws PortTaken when somebody else listens there, and goes on to for seconds
   */
  public int listen(String bind, int port, Consumer<Router> routes) {
    var bound = new AtomicInteger();
    var address = SocketAddress.inetSocketAddress(port, bind);
    await(vertx.deployVerticle(new WebServer(address, routes, bound::set)), bind + ":" + port);
    return bound.get();
  }

  /** Lets requests that are under way finish, for a while. */
  @Override
  public void close() {
    await(vertx.close(), "");
  }

  /** Somebody else listens at an address that was to be ours. */
  public static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTaken(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static void await(Future<?> future, String address) {
    try {
      future
          .recover(failure ->
              Future.failedFuture(
                  failure instanceof BindException
                      ? new PortTaken(address + " was taken while Muster started", failure)
                      : failure))
          .await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("no answer within " + PATIENCE, e);
    }
  }
}
