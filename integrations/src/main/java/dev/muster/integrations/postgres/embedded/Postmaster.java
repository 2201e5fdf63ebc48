package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of the server of a data folder; the lines are those of
 * PostgreSQL's {@code pidfile.h}.
 */
record Postmaster(long pid, int port, String status) {

  private static final boolean LINUX = Files.exists(Path.of("/proc/self/cwd"));

  /** Empty without a file, or with one that a crash cut off before the first line was whole. */
  static Optional<Postmaster> read(Path pidFile) {
    try {
      return parse(Files.readAllLines(pidFile));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot read " + pidFile, e);
    }
  }

  private static Optional<Postmaster> parse(List<String> lines) {
    try {
      var pid = Long.parseLong(lines.getFirst().strip());
      // A server writes the rest, its status last, while it starts.
      return Optional.of(
          lines.size() < 8
              ? new Postmaster(pid, 0, "starting")
              : new Postmaster(pid, Integer.parseInt(lines.get(3).strip()), lines.get(7).strip()));
    } catch (RuntimeException garbled) {
      return Optional.empty();
    }
  }

  boolean isReady() {
    return status.equals("ready");
  }

  boolean serves(Path data) {
    return serves(pid, data);
  }

  /** Whether any process, be it a backend that outlived its server, works on the folder. */
  static boolean anyServes(Path data) {
    return ProcessHandle.allProcesses().anyMatch(process -> serves(process.pid(), data));
  }

  /**
   * The number alone proves nothing: it may be reused, even by a thread of our own process after a
   * container's restart, or belong to a zombie. A server's working directory is its data folder.
   */
  private static boolean serves(long pid, Path data) {
    if (!LINUX) {
      var command = ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
      return command.filter(line -> line.contains(data.toString())).isPresent();
    }
    var proc = Path.of("/proc", Long.toString(pid));
    try {
      return Files.readSymbolicLink(proc.resolve("cwd")).equals(data)
          && Files.readSymbolicLink(proc.resolve("exe"))
              .getFileName()
              .toString()
              .startsWith("postgres");
    } catch (IOException goneOrOfAnotherUser) {
      return false;
    }
  }
}
