package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process of a cluster; every method expects that its caller holds the lock. */
record Server(Layout layout, Programs programs) {

  private static final Logger log = LoggerFactory.getLogger(Server.class);
  private static final int ATTEMPTS = 5;
  private static final long LARGE_LOG = 10L << 20;

  /** Waits while one is starting or stopping; empty when there is none to be adopted. */
  Optional<Postmaster> running() {
    var patience = new Patience("PostgreSQL is starting or recovering, waiting");
    while (true) {
      var found = Postmaster.read(layout.pidFile()).filter(server -> server.serves(layout.data()));
      if (found.isPresent() ? found.get().isReady() : !Postmaster.anyServes(layout.data())) {
        return found;
      }
      if (!patience.wait(Patience.A_START)) {
        throw new EmbeddedPostgresException(
            "PostgreSQL in %s does not become ready. Look into %s."
                .formatted(layout.data(), layout.log()));
      }
    }
  }

  /** Only after {@link #running} has answered that there is none. */
  Postmaster start() {
    clearStalePidFile();
    rotateLog();
    for (var attempt = 1; ; attempt++) {
      var logged = LogTail.of(layout.log());
      var result = startOn(attempt == 1 ? ports().last().orElseGet(Ports::free) : Ports.free());
      var running = running();
      if (running.isPresent()) {
        ports().remember(running.get().port());
        return running.get();
      }
      var said = result.said() + logged.since();
      if (attempt == ATTEMPTS || !said.contains("Address already in use")) {
        throw EmbeddedPostgresException.because("PostgreSQL does not start", said, null);
      }
    }
  }

  /** The settings that promise durability stand on the command line: no file can undo them. */
  private Programs.Result startOn(int port) {
    var settings =
        String.join(
            " -c ",
            "-c listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "max_connections=100",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // No rows of ours in a log file.
            "log_error_verbosity=terse",
            "log_min_error_statement=panic");
    // pg_ctl gives the server a session of its own: Ctrl-C does not reach it before us.
    return programs.run(
        "pg_ctl",
        "start",
        "-w",
        "-t",
        "20",
        "-D",
        layout.data().toString(),
        "-l",
        layout.log().toString(),
        "-o",
        settings);
  }

  boolean stop() {
    var result = programs.run("pg_ctl", "stop", "-w", "-m", "fast", "-D", layout.data().toString());
    if (!result.ok()) {
      log.atWarn().addKeyValue("said", result.said()).log("PostgreSQL did not stop");
    }
    return result.ok();
  }

  /**
   * PostgreSQL itself would take a number that lives again, or an empty file, for a server. Every
   * other file it can judge better than we: it also looks for shared memory still in use.
   */
  private void clearStalePidFile() {
    var stale = Postmaster.read(layout.pidFile());
    if (stale.isPresent() && ProcessHandle.of(stale.get().pid()).isEmpty()) {
      return;
    }
    try {
      Files.deleteIfExists(layout.pidFile());
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot remove " + layout.pidFile(), e);
    }
  }

  private void rotateLog() {
    var file = layout.log();
    try {
      if (Files.exists(file) && Files.size(file) > LARGE_LOG) {
        var old = file.resolveSibling(file.getFileName() + ".1");
        Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot rotate " + file, e);
    }
  }

  private Ports ports() {
    return new Ports(layout.port());
  }
}
