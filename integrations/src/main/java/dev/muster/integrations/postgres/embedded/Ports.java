package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which port to listen on: the last one again, so that whoever was connected finds a restarted
 * server where it was, or one that the system chooses.
 */
record Ports(Path file) {

  static int free() {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("No free port on 127.0.0.1", e);
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
