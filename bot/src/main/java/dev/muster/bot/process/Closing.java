package dev.muster.bot.process;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be closed, the last first; one that fails keeps no other from being closed. */
public final class Closing implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Closing.class);

  private final Deque<Part> parts = new ArrayDeque<>();

  private record Part(String name, AutoCloseable closeable) {}

  public synchronized void add(String name, AutoCloseable closeable) {
    parts.push(new Part(name, closeable));
  }

  @Override
  public synchronized void close() {
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(Part part) {
    try {
      part.closeable().close();
      log.atDebug().addKeyValue("part", part.name()).log("Closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.atWarn().setCause(e).addKeyValue("part", part.name()).log("Could not close");
    }
  }
}
