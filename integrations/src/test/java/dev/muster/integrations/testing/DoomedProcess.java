package dev.muster.integrations.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A JVM of its own that stops in the middle of something and waits there to be killed. */
public final class DoomedProcess implements AutoCloseable {

  private static final String STOPPED = "stopped in the middle";

  private final Process process;

  private DoomedProcess(Process process) {
    this.process = process;
  }

  /** Runs a main method with our class path. */
  public static DoomedProcess start(Class<?> main, String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var command =
        Stream.concat(Stream.of(java, "-cp", classes, main.getName()), Stream.of(arguments))
            .toList();
    return new DoomedProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Called in there: says that it stands still now, and never returns. */
  static AssertionError stop() {
    System.out.println(STOPPED);
    new Gate().pass();
    return new AssertionError("was not killed");
  }

  public void awaitStopped() throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = reader.readLine();
    while (line != null && !line.equals(STOPPED)) {
      line = reader.readLine();
    }
    if (line == null) {
      throw new AssertionError("the replica ended by itself");
    }
  }

  /** As {@code kill -9}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
