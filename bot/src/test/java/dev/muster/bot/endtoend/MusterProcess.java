package dev.muster.bot.endtoend;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A Muster in a JVM of its own, so that it can be killed. Its environment is what it was given, and
 * nothing of the test's that it would listen to. Thread-safe.
 */
record MusterProcess(Child child) {

  /** The exit code of a process that SIGTERM ended. */
  static final int TERMINATED = 143;

  private static final Pattern READY = Pattern.compile("is ready: (http://\\S+)$");
  private static final List<String> HEARD =
      List.of(
          "MUSTER_",
          "DATABASE_URL",
          "REDIS_URL",
          "SLACK_",
          "SMTP_URL",
          "PORT",
          "BIND",
          "MANAGEMENT_PORT",
          "XDG_");

  /** Returns at once; nobody knows yet whether it will ever serve. */
  static MusterProcess begin(Map<String, String> environment, String... arguments) {
    var command = new ArrayList<>(command());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> HEARD.stream().anyMatch(name::startsWith));
    builder.environment().put("PORT", "0");
    builder.environment().putAll(environment);
    return new MusterProcess(Child.start(builder, READY));
  }

  /** Where it serves, as its ready line says; waits for that. */
  URI url() {
    return URI.create(child.address());
  }

  boolean isAlive() {
    return child.isAlive();
  }

  /** SIGKILL to the JVM; its embedded PostgreSQL lives on. */
  void kill() {
    child.kill();
  }

  /** SIGTERM; returns the exit code. */
  int stop() {
    return child.stop();
  }

  /** Waits until it ends by itself; returns the exit code. */
  int end() {
    return child.end();
  }

  /** All that it has printed. */
  String output() {
    return child.output();
  }

  /**
   * As the launcher starts it, with a smaller heap and the tests' awkward time zone. It does not
   * live long enough for what the second compiler costs. Under Maven it is the built jar, with what
   * the JVM noted of its rehearsal, which halves the start; elsewhere it is as just compiled.
   */
  private static List<String> command() {
    var command = new ArrayList<String>(java());
    var notes = System.getProperty("muster.notes", "");
    if (notes.isEmpty()) {
      var classes = System.getProperty("java.class.path");
      command.add("-classpath");
      command.add(System.getProperty("surefire.test.class.path", classes));
    } else {
      command.add("-XX:AOTCache=" + notes);
      command.add("-classpath");
      command.add(Path.of(notes).resolveSibling("muster.jar").toString());
    }
    command.add("dev.muster.bot.Main");
    return command;
  }

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx256m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Duser.timezone=" + System.getProperty("user.timezone"),
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
  }
}
