package dev.muster.bot.chat.live;

import dev.muster.commands.chat.LiveUpdates;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All browsers that listen, a bounded number of them. Thread-safe. */
public final class LiveStreams implements AutoCloseable {

  static final int MOST = 500;

  private static final long BEAT_MILLIS = 15_000;

  private final Vertx vertx;
  private final LiveUpdates live;
  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
  private volatile LiveUpdates.@Nullable Subscription subscription;

  public LiveStreams(Vertx vertx, LiveUpdates live) {
    this.vertx = vertx;
    this.live = live;
  }

  /** How many are open. */
  public int count() {
    return open.size();
  }

  /** Begins to listen for updates. */
  public synchronized void start() {
    if (subscription == null) {
      subscription = live.subscribe(update -> open.forEach(stream -> stream.tell(update)));
    }
  }

  /**
   * On the event loop: answers with a stream of what happens; 503 when there are too many or we
   * stop. Asks now and then whether it may go on.
   */
  public void serve(
      HttpServerResponse response, String channel, Supplier<Future<Boolean>> mayGoOn) {
    if (response.closed()) {
      return;
    }
    response.putHeader("Cache-Control", "no-store");
    if (subscription == null || open.size() >= MOST) {
      response.setStatusCode(503).putHeader("Retry-After", "10").end();
      return;
    }
    response
        .putHeader("Content-Type", "text/event-stream; charset=utf-8")
        // A proxy or a compressing server would hold events back.
        .putHeader("X-Accel-Buffering", "no")
        .putHeader("Content-Encoding", "identity");
    var stream = new LiveStream(vertx.getOrCreateContext(), response, channel);
    open.add(stream);
    var timer = vertx.setPeriodic(BEAT_MILLIS, _ -> beat(stream, mayGoOn));
    response.endHandler(_ -> drop(stream, timer));
    response.closeHandler(_ -> drop(stream, timer));
    stream.open();
  }

  /** Where nobody can tell whether it may, it goes on: the database may be away for a moment. */
  private static void beat(LiveStream stream, Supplier<Future<Boolean>> mayGoOn) {
    mayGoOn
        .get()
        .onSuccess(may -> {
          if (may) {
            stream.beat();
          } else {
            stream.end();
          }
        })
        .onFailure(_ -> stream.beat());
  }

  private void drop(LiveStream stream, long timer) {
    open.remove(stream);
    vertx.cancelTimer(timer);
  }

  @Override
  public synchronized void close() {
    if (subscription != null) {
      subscription.close();
      subscription = null;
    }
    open.forEach(LiveStream::end);
  }
}
