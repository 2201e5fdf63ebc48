package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

  private Process child;

  @BeforeEach
  void startChild() throws IOException {
    child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dmuster.parent=stdin",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Closing.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(says()).isEqualTo("ready ");
  }

  @AfterEach
  void endChild() {
    child.destroyForcibly();
  }

  @Test
  void child_is_gone_at_once_when_its_launcher_was_killed() throws Exception {
    child.getOutputStream().close();

    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(137);
    assertThat(says()).isEmpty();
  }

  @Test
  void child_closes_in_order_when_its_launcher_is_asked_to_end() throws Exception {
    child.getOutputStream().write(ParentWatch.STOP);
    child.getOutputStream().flush();

    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(child.exitValue()).isEqualTo(143);
    assertThat(says()).isEqualTo("closed");
  }

  private String says() throws IOException {
    return new String(child.getInputStream().readNBytes(6));
  }

  /** Like Muster: ready at some time, and with things to close. */
  static final class Closing {
    public static void main(String[] args) throws InterruptedException {
      ParentWatch.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print("closed")));
      System.out.print("ready ");
      System.out.flush();
      Thread.currentThread().join();
    }
  }
}
