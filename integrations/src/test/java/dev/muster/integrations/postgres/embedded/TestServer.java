package dev.muster.integrations.postgres.embedded;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The server of a data folder, be it a test's own or that of a Muster that runs: tests stop, kill
 * and start it whoever uses it. Not thread-safe.
 */
public final class TestServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path folder;
  private final Layout layout;

  private TestServer(Path folder) {
    this.folder = folder;
    this.layout = Layout.under(folder);
  }

  /** Lends the folder what a first start would have to make, unless it is there. */
  public static TestServer in(Path dataFolder) {
    var server = new TestServer(dataFolder);
    Prepared.lendAll(server.layout);
    return server;
  }

  /** Returns when it answers; on the port that it had before. */
  public TestServer start() {
    EmbeddedPostgres.start(folder);
    return this;
  }

  /** Ends every connection in the middle of whatever it does, and returns when all is down. */
  public void stop() {
    if (runs()) {
      Prepared.programs(layout)
          .run("pg_ctl", "stop", "-w", "-m", "fast", "-D", layout.data().toString());
      await().atMost(PATIENCE).until(() -> !runs());
    }
  }

  /** SIGKILL to the server and to all its processes; somebody may start it again at once. */
  public void kill() {
    var server = Postmaster.read(layout.pidFile()).orElseThrow();
    var handle = ProcessHandle.of(server.pid()).orElseThrow();
    var all = Stream.concat(Stream.of(handle), handle.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    await().atMost(PATIENCE).until(() -> all.stream().noneMatch(this::serves));
  }

  public boolean runs() {
    return Postmaster.anyServes(layout.data());
  }

  /** The JDBC URL of Muster's database on it, user and password in it. */
  public String url() {
    var port = new Ports(layout.port()).last().orElseThrow();
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(
            Access.HOST, port, Access.DATABASE, Cluster.USER, new Cluster(layout).password());
  }

  /** Stops it and gives back the programs. */
  @Override
  public void close() {
    stop();
    var programs = layout.bin(Binaries.bundled().version());
    try {
      if (Files.isSymbolicLink(programs)) {
        Files.delete(programs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process that is dead may still have its number. */
  private boolean serves(ProcessHandle process) {
    return new Postmaster(process.pid(), 0, "").serves(layout.data());
  }
}
