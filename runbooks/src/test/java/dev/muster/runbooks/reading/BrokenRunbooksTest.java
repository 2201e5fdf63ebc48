package dev.muster.runbooks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each broken runbook says exactly what the text beside it says. */
class BrokenRunbooksTest {

  private static final Path BROKEN = Path.of("src/test/resources/runbooks/broken");

  @TestFactory
  Stream<DynamicTest> says_what_is_wrong_and_what_to_write_instead() throws IOException {
    try (var files = Files.list(BROKEN)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(file -> dynamicTest(name(file).replace('_', ' '), () -> says(file)))
          .toList()
          .stream();
    }
  }

  private static void says(Path broken) throws IOException {
    var expected = Files.readAllLines(broken.resolveSibling(name(broken) + ".txt"));

    var read = Read.of(Map.of(broken.getFileName().toString(), Files.readString(broken)));

    assertThat(read.problems()).isEqualTo(expected).isNotEmpty();
    assertThat(read.runbooks()).isEmpty();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
