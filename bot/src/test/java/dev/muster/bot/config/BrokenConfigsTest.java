package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each broken configuration says exactly what the text beside it says. */
class BrokenConfigsTest {

  private static final Path BROKEN = Path.of("src/test/resources/config/broken");

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

  private static void says(Path file) throws IOException {
    var expected = Files.readString(file.resolveSibling(name(file) + ".txt"));

    var said =
        switch (Configs.loader().read(file.getFileName().toString(), Files.readString(file))) {
          case Loaded _ -> "";
          case Rejected(var problems) ->
              problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
        };

    assertThat(said).isEqualTo(expected).isNotEmpty();
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
