package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that ends with the tests that use it: it waits for no disk, and would lose what it has
 * in a crash of the machine. What is to be killed runs on a {@link TestServer}. Thread-safe.
 */
public final class ForgetfulServer implements AutoCloseable {

  private static final int ATTEMPTS = 5;
  private static final List<String> HASTY =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "fsync=off",
          "synchronous_commit=off",
          "full_page_writes=off");

  private final Path folder;
  private final Layout layout;
  private final int port;

  private ForgetfulServer(Path folder, Layout layout, int port) {
    this.folder = folder;
    this.layout = layout;
    this.port = port;
  }

  /** Returns when it answers. */
  public static ForgetfulServer start() {
    try {
      var folder = Files.createTempDirectory("test-postgres");
      var layout = Layout.under(folder);
      Prepared.lendAll(layout);
      return new ForgetfulServer(folder, layout, startOnFreePort(layout));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of one of its databases, user and password in it. */
  public String url(String database) {
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(Access.HOST, port, database, Cluster.USER, new Cluster(layout).password());
  }

  /** Whoever is still connected is cut off; nothing of it is left. */
  @Override
  public void close() {
    Prepared.programs(layout)
        .run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", layout.data().toString());
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two that look for a port at the same time may find the same. */
  private static int startOnFreePort(Layout layout) {
    for (var attempt = 1; ; attempt++) {
      var port = Ports.free();
      var result = startOn(port, layout);
      if (result.ok()) {
        return port;
      }
      if (attempt == ATTEMPTS) {
        throw new AssertionError(result.said());
      }
    }
  }

  private static Programs.Result startOn(int port, Layout layout) {
    var settings = new ArrayList<>(HASTY);
    settings.add("port=" + port);
    return Prepared.programs(layout)
        .run(
            "pg_ctl",
            "start",
            "-w",
            "-D",
            layout.data().toString(),
            "-l",
            layout.log().toString(),
            "-o",
            "-c " + String.join(" -c ", settings));
  }
}
