package dev.muster.bot.chat.live;

import dev.muster.commands.chat.LiveUpdates.Update;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One browser's stream. Events carry ids only. What a slow reader has no room for is dropped, and
 * the reader told once that something was missed. {@link #tell} may be called from any thread.
 */
final class LiveStream {

  private static final int ROOM_BYTES = 16 * 1024;
  private static final int MOST_WAITING = 256;
  private static final String MISSED = "event: missed\ndata: all\n\n";

  private final Context context;
  private final HttpServerResponse response;
  private final String channel;
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean isBehind;

  /**
   * @param channel the one whose messages are told of; of others only that there is a new one
   */
  LiveStream(Context context, HttpServerResponse response, String channel) {
    this.context = context;
    this.response = response;
    this.channel = channel;
  }

  /** On the event loop. */
  void open() {
    response.setChunked(true).setWriteQueueMaxSize(ROOM_BYTES);
    response.drainHandler(_ -> catchUp());
    response.write("retry: 2000\n: open\n\n");
  }

  /** On the event loop. Keeps proxies from closing a quiet stream. */
  void beat() {
    write(": beat\n\n");
  }

  void tell(Update update) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      isBehind = true;
      waiting.decrementAndGet();
      return;
    }
    context.runOnContext(_ -> {
      waiting.decrementAndGet();
      write(event(update));
    });
  }

  void end() {
    context.runOnContext(_ -> {
      if (!response.ended() && !response.closed()) {
        response.end();
      }
    });
  }

  private void write(String event) {
    if (event.isEmpty() || response.ended() || response.closed()) {
      return;
    }
    if (isBehind || response.writeQueueFull()) {
      isBehind = true;
      catchUp();
      return;
    }
    response.write(event);
  }

  private void catchUp() {
    if (isBehind && !response.writeQueueFull() && !response.closed()) {
      isBehind = false;
      response.write(MISSED);
    }
  }

  private String event(Update update) {
    return switch (update) {
      case Update.Missed _ -> MISSED;
      case Update.MessageChanged(var where, var message, var thread) when where.equals(channel) ->
          "event: changed\ndata: " + message + thread.map(root -> " " + root).orElse("") + "\n\n";
      case Update.MessageChanged(var where, var message, var thread) ->
          thread.isPresent() ? "" : "event: elsewhere\ndata: " + message + " " + where + "\n\n";
    };
  }
}
