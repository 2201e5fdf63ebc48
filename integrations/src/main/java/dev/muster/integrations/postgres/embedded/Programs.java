package dev.muster.integrations.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code initdb} and {@code pg_ctl}, as root in a user namespace where they see no root. */
record Programs(Path home, List<String> prefix) {

  record Result(int exit, String said) {
    boolean ok() {
      return exit == 0;
    }
  }

  static Programs in(Path home) {
    return new Programs(home, isRoot() ? unshare() : List.of());
  }

  Result run(String program, String... arguments) {
    var command = new ArrayList<>(prefix);
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    try {
      return run(command, home);
    } catch (IOException e) {
      throw EmbeddedPostgresException.because("Cannot run " + program, e);
    }
  }

  private static boolean isRoot() {
    return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
  }

  /** PostgreSQL refuses root; in a user namespace without a map our user has no number at all. */
  private static List<String> unshare() {
    var prefix = List.of("unshare", "-U");
    try {
      if (run(List.of("unshare", "-U", "true"), Path.of("/")).ok()) {
        return prefix;
      }
    } catch (IOException e) {
      throw new EmbeddedPostgresException(NOT_AS_ROOT, e);
    }
    throw new EmbeddedPostgresException(NOT_AS_ROOT);
  }

  private static final String NOT_AS_ROOT =
      "PostgreSQL does not run as root, and this system lets us make no user namespace "
          + "(unshare -U). Run Muster as another user, or set DATABASE_URL.";

  private static Result run(List<String> command, Path folder) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
    // Settings of a person's own PostgreSQL must not reach ours, and we read what it says.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    process.getOutputStream().close();
    try (var out = process.getInputStream()) {
      var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.waitFor(), said);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("Interrupted while running PostgreSQL.", e);
    }
  }
}
