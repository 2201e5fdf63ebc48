package dev.muster.bot.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** A process that says where it listens, and whose output is kept. Thread-safe. */
final class Child {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Pattern listening;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final Thread reader;

  private Child(Process process, Pattern listening) {
    this.process = process;
    this.listening = listening;
    this.reader = Thread.ofVirtual().name("output").start(this::read);
  }

  /** Starts it; the pattern's first group finds the address in one of its lines. */
  static Child start(ProcessBuilder builder, Pattern listening) {
    try {
      return new Child(builder.redirectErrorStream(true).start(), listening);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it says where it listens. */
  String address() {
    try {
      return address.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not ready after " + PATIENCE + ":\n" + output, e);
    } catch (ExecutionException e) {
      throw new AssertionError("ended before it was ready:\n" + output, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String output() {
    return output.toString();
  }

  /** SIGKILL; returns when it is gone. What it started lives on. */
  void kill() {
    // By its handle: else what it says last would be cut off.
    process.toHandle().destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM; returns the exit code. By its handle: Process.destroy closes its output unread. */
  int stop() {
    process.toHandle().destroy();
    return awaitEnd();
  }

  /** Waits until it ends by itself; returns the exit code. */
  int end() {
    return awaitEnd();
  }

  private int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("does not end within " + PATIENCE + ":\n" + output);
      }
      reader.join(PATIENCE);
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void read() {
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        var said = listening.matcher(line);
        if (said.find()) {
          address.complete(said.group(1));
        }
      }
    } catch (IOException e) {
      output.append(e).append('\n');
    }
    address.completeExceptionally(new IllegalStateException("its output has ended"));
  }
}
