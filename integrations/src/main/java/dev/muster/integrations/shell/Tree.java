package dev.muster.integrations.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process and all that it started, also what has left it: those are known by a mark in their
 * environment, where the system shows that.
 */
record Tree(Process root, String mark) {

  private static final Path PROCESSES = Path.of("/proc");

  /** Somebody may start another in the very moment in which it is killed. */
  private static final int ROUNDS = 5;

  /** SIGKILL to each. */
  void kill() {
    for (var i = 0; i < ROUNDS; i++) {
      var alive = alive();
      if (alive.isEmpty()) {
        return;
      }
      alive.forEach(ProcessHandle::destroyForcibly);
      alive.forEach(Tree::awaitEnd);
    }
  }

  private Set<ProcessHandle> alive() {
    return Stream.of(Stream.of(root.toHandle()), root.descendants(), marked())
        .flatMap(it -> it)
        .filter(ProcessHandle::isAlive)
        .collect(Collectors.toSet());
  }

  private Stream<ProcessHandle> marked() {
    try (var processes =
        Files.isDirectory(PROCESSES) ? Files.list(PROCESSES) : Stream.<Path>empty()) {
      return processes
          .filter(it -> it.getFileName().toString().matches("\\d+"))
          .filter(this::isMarked)
          .map(it -> Long.parseLong(it.getFileName().toString()))
          .toList()
          .stream()
          .flatMap(pid -> ProcessHandle.of(pid).stream());
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  /** The environment that it was started with; only of processes of our own user. */
  private boolean isMarked(Path process) {
    try {
      var environment = Files.readAllBytes(process.resolve("environ"));
      return new String(environment, StandardCharsets.ISO_8859_1)
          .contains(Environment.MARK + "=" + mark);
    } catch (IOException foreignOrGone) {
      return false;
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception notYet) {
      // The next round looks again.
      return;
    }
  }
}
