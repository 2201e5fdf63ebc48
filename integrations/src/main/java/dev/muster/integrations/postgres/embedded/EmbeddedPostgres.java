package dev.muster.integrations.postgres.embedded;

import dev.muster.integrations.postgres.DatabaseAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL on 127.0.0.1 with its data below a folder: what it has committed outlives a
 * kill or a power failure. A server that outlived its Muster is adopted; several processes may
 * share one. Thread-safe; every failure is an {@link EmbeddedPostgresException}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private static final int ANSWER_SECONDS = 5;

  private final Server server;
  private final Access access;
  private final Connection anchor;
  private final boolean adopted;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedPostgres(Server server, Access access, Connection anchor, boolean adopted) {
    this.server = server;
    this.access = access;
    this.anchor = anchor;
    this.adopted = adopted;
  }

  /** Blocks until the server answers: about a second, the first time about five. */
  public static EmbeddedPostgres start(Path dataFolder) {
    var layout = Layout.under(dataFolder);
    var binaries = Binaries.bundled();
    var cluster = new Cluster(layout);
    try (var _ = StartLock.hold(layout.lock())) {
      if (cluster.exists()) {
        cluster.requireUsable(binaries.major());
      }
      var programs = Programs.in(binaries.install(layout));
      if (!cluster.exists()) {
        cluster.create(programs);
      }
      return adoptOrStart(new Server(layout, programs), binaries, cluster.password());
    }
  }

  /** Whether there is a database below the folder; makes none. */
  public static boolean isMadeIn(Path dataFolder) {
    return Files.exists(dataFolder.resolve("postgres").resolve("data"));
  }

  /** The server of the folder, if one runs there; starts none and changes nothing. */
  public static Optional<DatabaseAddress> runningIn(Path dataFolder) {
    if (!isMadeIn(dataFolder)) {
      return Optional.empty();
    }
    var layout = Layout.under(dataFolder);
    return Postmaster.read(layout.pidFile())
        .filter(server -> server.isReady() && server.serves(layout.data()))
        .map(server ->
            new DatabaseAddress(
                "jdbc:postgresql://%s:%d/%s".formatted(Access.HOST, server.port(), Access.DATABASE),
                Cluster.USER,
                new Cluster(layout).password()));
  }

  private static EmbeddedPostgres adoptOrStart(Server server, Binaries binaries, String password) {
    var running = server.running();
    if (running.isPresent()) {
      return open(server, new Access(running.get().port(), password), true);
    }
    var started = server.start();
    binaries.removeOthers(server.layout());
    try {
      return open(server, new Access(started.port(), password), false);
    } catch (EmbeddedPostgresException e) {
      server.stop();
      throw e;
    }
  }

  private static EmbeddedPostgres open(Server server, Access access, boolean adopted) {
    try {
      var postgres = new EmbeddedPostgres(server, access, access.anchor(), adopted);
      log.atInfo()
          .addKeyValue("port", access.port())
          .addKeyValue("adopted", adopted)
          .log("Embedded PostgreSQL is ready");
      return postgres;
    } catch (SQLException e) {
      throw EmbeddedPostgresException.because(
          "PostgreSQL in %s runs but does not let us in".formatted(server.layout().data()), e);
    }
  }

  /** Without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://%s:%d/%s".formatted(host(), port(), database());
  }

  public String host() {
    return Access.HOST;
  }

  public int port() {
    return access.port();
  }

  public String database() {
    return Access.DATABASE;
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return access.password();
  }

  /** Whether the server was running before, left by a killed Muster or used by another one. */
  public boolean adopted() {
    return adopted;
  }

  /** Whether the server still answers; when it does not, {@link #start} brings it back. */
  public boolean answers() {
    try {
      return anchor.isValid(ANSWER_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }

  /**
   * Stops the server unless somebody else is still connected to it, in which case it goes on for
   * them and the last one stops it; close your own pool first.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    try (var _ = StartLock.hold(server.layout().lock())) {
      anchor.close();
      if (access.othersConnected()) {
        log.atInfo().log("Embedded PostgreSQL stays, somebody else still uses it");
      } else if (server.stop()) {
        log.atInfo().log("Embedded PostgreSQL stopped");
      }
    } catch (SQLException e) {
      log.atWarn().setCause(e).log("Embedded PostgreSQL could not be asked, it is left as it is");
    }
  }
}
