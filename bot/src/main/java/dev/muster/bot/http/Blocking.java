package dev.muster.bot.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Hands work that may block from the event loop to the one executor of virtual threads, and its
 * result back to the event loop that it came from. Thread-safe.
 */
public final class Blocking {

  private final Vertx vertx;
  private final Executor executor;

  public Blocking(Vertx vertx, Executor executor) {
    this.vertx = vertx;
    this.executor = executor;
  }

  /** Fails with whatever the work throws. */
  public <T> Future<T> run(Callable<T> work) {
    var context = vertx.getOrCreateContext();
    var promise = Promise.<T>promise();
    try {
      executor.execute(() -> settle(context, promise, work));
    } catch (RejectedExecutionException shuttingDown) {
      promise.fail(shuttingDown);
    }
    return promise.future();
  }

  private static <T> void settle(Context context, Promise<T> promise, Callable<T> work) {
    try {
      var result = work.call();
      context.runOnContext(_ -> promise.complete(result));
    } catch (Exception | Error failure) {
      context.runOnContext(_ -> promise.fail(failure));
    }
  }
}
