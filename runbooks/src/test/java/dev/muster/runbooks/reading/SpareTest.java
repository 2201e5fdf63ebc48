package dev.muster.runbooks.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever has no runbooks pays nothing for them. */
class SpareTest {

  /** Run by itself in a JVM that says what it loads. */
  static final class WithoutRunbooks {
    private WithoutRunbooks() {}

    public static void main(String[] args) {
      var around =
          new Available(PretendKind.all(), Set.of("api"), Set.of("dba"), Set.of(), LocalDate.EPOCH);
      var runbooks = new Runbooks(around);
      var read = runbooks.read(Map.of(), Runbooks.Others.NONE, new Problems());
      if (!read.isEmpty() || runbooks.schema().isEmpty()) {
        throw new IllegalStateException();
      }
      System.out.println("read nothing");
    }
  }

  @Test
  void no_class_of_cel_is_loaded_without_a_runbook() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Xlog:class+load:stdout",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutRunbooks.class.getName())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    var lines = said.lines().toList();
    assertThat(lines).contains("read nothing").anyMatch(line -> line.contains(".reading.Runbooks"));
    assertThat(lines.stream().filter(it -> it.contains("dev.cel.") || it.contains("protobuf")))
        .isEmpty();
  }
}
