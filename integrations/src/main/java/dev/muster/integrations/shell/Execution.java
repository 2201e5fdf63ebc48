package dev.muster.integrations.shell;

import dev.muster.runbooks.kind.Arguments;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A program from its start to the end of all that it started. */
record Execution(Path program, boolean reads, Attempt attempt) {

  /** For what is in the pipe when the program has ended. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  Outcome outcome() throws IOException, InterruptedException {
    var expected = expected(attempt.with());
    var folder = Files.createTempDirectory("muster-step");
    try {
      return run(folder, expected);
    } finally {
      delete(folder);
    }
  }

  private Outcome run(Path folder, List<Long> expected) throws IOException, InterruptedException {
    var mark = UUID.randomUUID().toString();
    var process = start(folder, mark);
    var tree = new Tree(process, mark);
    var lines = new Lines(attempt.output());
    try {
      process.getOutputStream().close();
      var reader = Thread.ofVirtual().start(() -> lines.read(process.getInputStream()));
      var exit = await(process);
      // Whatever it left behind would keep the pipe open, and go on unseen.
      tree.kill();
      reader.join(LAST_WORDS);
      return ended(exit, expected, lines);
    } catch (InterruptedException stop) {
      tree.kill();
      return stopped();
    } finally {
      tree.kill();
    }
  }

  private Process start(Path folder, String mark) throws IOException {
    var command = new ArrayList<>(List.of(program.toString()));
    for (var argument : attempt.with().list("args")) {
      var text = String.valueOf(argument);
      if (text.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("An argument has a NUL in it.");
      }
      command.add(text);
    }
    var environment = Environment.of(attempt.with().map("env"), folder, mark);
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Nobody but us may be there to interrupt: the time that it has is held here as well. */
  private int await(Process process) throws InterruptedException {
    var most = Math.min(attempt.timeout().toSeconds(), Duration.ofDays(1).toSeconds()) + 1;
    if (!process.waitFor(most, TimeUnit.SECONDS)) {
      throw new InterruptedException("its time is over");
    }
    return process.exitValue();
  }

  private Outcome ended(long exit, List<Long> expected, Lines lines) {
    if (expected.contains(exit)) {
      var last = lines.last();
      return new Outcome.Done(
          Map.of("exit", exit, "output", lines.tail(), "lines", lines.count()),
          "exit %d%s".formatted(exit, last.isEmpty() ? "" : ": " + last));
    }
    return new Outcome.Failed(
        "exit-" + exit,
        "%s ended with %d: %s"
            .formatted(
                program.getFileName(), exit, lines.last().isEmpty() ? "no word" : lines.last()));
  }

  private Outcome stopped() {
    var words = "%s was stopped with all that it had started.".formatted(program.getFileName());
    return reads
        ? new Outcome.Failed("timeout", words)
        : new Outcome.Unclear("timeout", words + " What it had done until then is not known.");
  }

  private static List<Long> expected(Arguments with) {
    var codes = new ArrayList<Long>();
    for (var code : with.list("expectExit")) {
      if (!(code instanceof Number number)) {
        throw new IllegalArgumentException("expectExit has numbers: [0, 1].");
      }
      codes.add(number.longValue());
    }
    return codes.isEmpty() ? List.of(0L) : codes;
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      folder.toFile().deleteOnExit();
    }
  }
}
