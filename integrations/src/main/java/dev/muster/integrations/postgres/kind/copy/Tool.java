package dev.muster.integrations.postgres.kind.copy;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Target;
import dev.muster.runbooks.kind.Output;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of PostgreSQL's client, of some release. */
record Tool(String name, Path program, long release) {

  /** Before the system's own, which may be a script that picks one of these. */
  private static final List<Path> HOMES =
      List.of(
          Path.of("/usr/lib/postgresql"), Path.of("/usr/local/pgsql"), Path.of("/opt/homebrew"));

  private static final Pattern RELEASE = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** The newest that is installed. */
  static Tool find(String name) throws InterruptedException {
    var found = new ArrayList<Tool>();
    for (var program : candidates(name)) {
      var release = release(program);
      if (release > 0) {
        found.add(new Tool(name, program, release));
      }
    }
    return found.stream()
        .max(Comparator.comparingLong(Tool::release))
        .orElseThrow(() ->
            new RefusedException(
                "no-" + name, missing(name) + " The newest reads all older servers."));
  }

  /** Why a step that needs it cannot run here; empty when it is there. */
  static Optional<String> hindrance(String name) {
    return candidates(name).isEmpty() ? Optional.of(missing(name)) : Optional.empty();
  }

  private static String missing(String name) {
    return "%s is not installed where Muster runs: apt-get install postgresql-client."
        .formatted(name);
  }

  /** A client reads servers of its own release and older ones. */
  void checkFor(long server) {
    if (release < server) {
      throw new RefusedException(
          "old-client",
          "%s is of PostgreSQL %d and the server of %d: install postgresql-client-%d where Muster"
                  .formatted(name, release, server, server)
              + " runs.");
    }
  }

  /** Runs it on a database; what it says goes out line by line. Killed when the step is stopped. */
  void run(Session session, Target target, Output output, List<String> arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    address(builder.environment(), target);
    var process = builder.start();
    session.whenStopped(process::destroyForcibly);
    try {
      process.getOutputStream().close();
      var last = lines(process, output);
      var exit = process.waitFor();
      if (exit != 0) {
        throw failed(exit, last);
      }
    } finally {
      process.destroyForcibly();
    }
  }

  private RefusedException failed(int exit, String last) {
    var killed = exit > 128;
    return new RefusedException(
        killed ? "stopped" : name,
        killed ? name + " was stopped." : "%s failed (%d): %s".formatted(name, exit, last));
  }

  private static String lines(Process process, Output output) throws IOException {
    var last = "it said nothing";
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        output.line(line);
        last = line;
      }
    } catch (IOException closed) {
      if (process.isAlive()) {
        throw closed;
      }
    }
    return last;
  }

  /**
   * In the environment, which nobody else can see; an argument stands in every list of processes.
   */
  private static void address(Map<String, String> environment, Target target) {
    environment.keySet().removeIf(name -> name.startsWith("PG"));
    environment.put("LC_ALL", "C");
    environment.put("PGHOST", target.host().replaceAll("[\\[\\]]", ""));
    environment.put("PGPORT", String.valueOf(target.port()));
    environment.put("PGUSER", target.user());
    environment.put("PGPASSWORD", target.password());
    environment.put("PGDATABASE", target.database());
    environment.put("PGAPPNAME", "muster backup");
    environment.put("PGCONNECT_TIMEOUT", "15");
    target
        .tls()
        .forEach((name, value) -> environment.put("PG" + name.toUpperCase(Locale.ROOT), value));
  }

  private static List<Path> candidates(String name) {
    var found = new ArrayList<Path>();
    for (var home : HOMES) {
      try (var releases = Files.isDirectory(home) ? Files.list(home) : Stream.<Path>empty()) {
        releases.map(it -> it.resolve("bin").resolve(name)).forEach(found::add);
      } catch (IOException unreadable) {
        found.removeIf(it -> it.startsWith(home));
      }
    }
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      found.add(Path.of(folder).resolve(name));
    }
    return found.stream().filter(Files::isExecutable).toList();
  }

  private static long release(Path program) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
      try (var out = process.getInputStream()) {
        var said = new String(out.readNBytes(4096), StandardCharsets.UTF_8);
        process.waitFor();
        var release = RELEASE.matcher(said);
        return release.find() ? Long.parseLong(release.group(1)) : 0;
      }
    } catch (IOException cannotRun) {
      return 0;
    }
  }
}
