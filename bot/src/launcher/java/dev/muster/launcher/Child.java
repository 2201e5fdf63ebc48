package dev.muster.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Muster on another Java: it shares our output and dies with us. */
final class Child {

  private final JavaHome home;
  private final String classPath;
  private final Map<String, String> environment;
  private final ClassArchive archive;

  Child(JavaHome home, String classPath, Map<String, String> environment) {
    this.home = home;
    this.classPath = classPath;
    this.environment = environment;
    this.archive = ClassArchive.of(home, classPath, environment);
  }

  /** Waits for its end and answers its exit code. */
  int run(String[] args) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(args))
            // Its end tells the child that we are gone; see ParentWatch.
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-child"));
    int code = process.waitFor();
    archive.keep();
    return code;
  }

  List<String> command(String[] args) {
    List<String> options = options();
    List<String> command = new ArrayList<>();
    command.add(home.java().toString());
    if (!limitHeap(options)) {
      // It begins small and grows as it is used, whatever the memory of the machine.
      command.add("-Xms32m");
      command.add("-Xmx512m");
    }
    if (!chooseCollector(options)) {
      // After 30,000 alerts it took 193 MB where the usual collector took 336 MB.
      command.add("-XX:+UseSerialGC");
    }
    // The second compiler takes the processors just when there is much to do: see ADR 0016.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.add("-D" + ParentWatch.PROPERTY + "=" + ParentWatch.STDIN);
    if (options.isEmpty() && serves(args)) {
      command.addAll(archive.options());
    }
    // Last, so that they win.
    command.addAll(options);
    command.add("-cp");
    command.add(classPath);
    command.add(Launcher.MAIN);
    command.addAll(Arrays.asList(args));
    return command;
  }

  /** Other commands need few of its classes, and have ended before it would help. */
  private static boolean serves(String[] args) {
    return args.length == 0 || args[0].equals("serve");
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    for (String variable : new String[] {"JAVA_OPTS", "MUSTER_JAVA_OPTS"}) {
      for (String option : environment.getOrDefault(variable, "").trim().split("\\s+")) {
        if (!option.isEmpty()) {
          options.add(option);
        }
      }
    }
    return options;
  }

  /** A share of the machine's memory would lose against a fixed size, wherever it stands. */
  private static boolean limitHeap(List<String> options) {
    for (String option : options) {
      if (option.startsWith("-Xmx")
          || option.startsWith("-XX:MaxHeapSize")
          || option.startsWith("-XX:MaxRAM")) {
        return true;
      }
    }
    return false;
  }

  /** Java refuses to start with two. */
  private static boolean chooseCollector(List<String> options) {
    for (String option : options) {
      if (option.matches("-XX:[+-]Use\\w+GC")) {
        return true;
      }
    }
    return false;
  }

  /**
   * Asks through the pipe, for {@link Process#destroy} would close it and so kill; then waits, for
   * Muster bounds its own shutdown.
   */
  private void stop(Process process) {
    try {
      process.getOutputStream().write(ParentWatch.STOP);
      process.getOutputStream().flush();
    } catch (IOException e) {
      // It has ended by itself, or is about to.
    }
    try {
      process.waitFor();
      archive.keep();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
