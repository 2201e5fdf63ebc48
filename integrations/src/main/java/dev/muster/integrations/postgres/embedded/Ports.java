package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which port to listen on: the last one again, so that whoever was connected finds a restarted
 * server where it was, or a free one.
 */
record Ports(Path file) {

  private static final int ATTEMPTS = 100;
  private static final int LOWEST = 15_000;

  /** Systems give ports from here on to whoever connects to something. */
  private static final int FIRST_BORROWED = 32_000;

  /**
   * One that stays ours while the server is down: another connection could borrow a port of the
   * system's own choice, and be it that of a pool which tries to reach this very port.
   */
  static int free() {
    return ThreadLocalRandom.current()
        .ints(ATTEMPTS, LOWEST, FIRST_BORROWED)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new EmbeddedPostgresException("No free port on 127.0.0.1"));
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  Optional<Integer> last() {
    try {
      return Optional.of(Files.readString(file).strip())
          .filter(text -> text.matches("\\d{1,5}"))
          .map(Integer::valueOf);
    } catch (IOException notYet) {
      return Optional.empty();
    }
  }

  void remember(int port) {
    try {
      Files.writeString(file, port + "\n");
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot write " + file, e);
    }
  }
}
