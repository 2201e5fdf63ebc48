package dev.muster.bot.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A port that we mean to listen at.
 *
 * @param variable which setting it comes from
 * @param number 0: the system chooses one
 */
public record Port(String variable, String bind, int number) {

  /** Where a predecessor was killed a moment ago, its port may need a moment to be free. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(250);

  /** The same of both that Muster listens at. */
  public static void requireFree(String bind, int port, Optional<Integer> management) {
    new Port("PORT", bind, port).requireFree();
    management.ifPresent(other -> new Port("MANAGEMENT_PORT", bind, other).requireFree());
  }

  /**
   * Waits a moment for it, and lets go of it again. Blocking.
   *
   * @throws Web.PortTaken with what to do
   */
  public void requireFree() {
    var last = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        tryOut();
        return;
      } catch (IOException refused) {
        if (!isTaken(refused) || System.nanoTime() > last) {
          throw new Web.PortTaken(words(refused), refused);
        }
      }
      pause();
    }
  }

  private void tryOut() throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(bind, number));
    }
  }

  private static boolean isTaken(IOException refused) {
    return refused instanceof BindException && String.valueOf(refused.getMessage()).contains("use");
  }

  private String words(IOException refused) {
    return isTaken(refused)
        ? "%s:%d is taken, perhaps by another Muster. Stop what listens there (`ss -ltnp` shows it), or start this one at another port: %s=%d"
            .formatted(bind, number, variable, number < 65_535 ? number + 1 : 8080)
        : "Muster may not listen at %s:%d (%s). Set %s to a port from 1024 on, and BIND to an address of this machine"
            .formatted(bind, number, refused.getMessage(), variable);
  }

  private static void pause() {
    try {
      var _ = new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a port", e);
    }
  }
}
