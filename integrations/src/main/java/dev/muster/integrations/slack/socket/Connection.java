package dev.muster.integrations.slack.socket;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One connection: whole messages in, answers out, and word of its end. Thread-safe. */
final class Connection implements WebSocket.Listener {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BiConsumer<Connection, String> listener;
  private final CompletableFuture<String> end = new CompletableFuture<>();
  private final StringBuilder begun = new StringBuilder();
  private final ReentrantLock sending = new ReentrantLock();
  private volatile @Nullable WebSocket socket;
  private volatile boolean isAlive = true;

  Connection(BiConsumer<Connection, String> listener) {
    this.listener = listener;
  }

  /** Why it ended, or why another one is to be opened before it does. */
  CompletableFuture<String> end() {
    return end;
  }

  /** It goes on for a little while, so that whatever is under way on it is still answered. */
  void isAboutToEnd(String reason) {
    end.complete(reason);
  }

  /** Answers whether it was sent. */
  boolean send(String text) {
    var open = socket;
    sending.lock();
    try {
      if (open == null || open.isOutputClosed()) {
        return false;
      }
      open.sendText(text, true).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException broken) {
      open.abort();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      sending.unlock();
    }
  }

  /** Ends it when nobody has answered since the last time that this was asked. */
  void knock() {
    var open = socket;
    if (open == null || end.isDone()) {
      return;
    }
    if (!isAlive) {
      end.complete("no sign of life");
      open.abort();
      return;
    }
    isAlive = false;
    sending.lock();
    try {
      open.sendPing(ByteBuffer.allocate(0)).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException broken) {
      open.abort();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sending.unlock();
    }
  }

  void close() {
    end.complete("closed");
    var open = socket;
    if (open != null) {
      open.abort();
    }
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    opened.request(1);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    isAlive = true;
    begun.append(part);
    if (isLast) {
      var whole = begun.toString();
      begun.setLength(0);
      listener.accept(this, whole);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    isAlive = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
    isAlive = true;
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end.complete("status " + status);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end.complete(error.getClass().getSimpleName());
  }
}
