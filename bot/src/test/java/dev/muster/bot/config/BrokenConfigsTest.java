package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.files.ConfigFiles;
import dev.muster.bot.config.files.Folder;
import dev.muster.runbooks.yaml.Problem;
import dev.muster.runbooks.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
          .filter(file -> !file.toString().endsWith(".txt"))
          .sorted()
          .map(file -> dynamicTest(name(file).replace('_', ' '), () -> says(file)))
          .toList()
          .stream();
    }
  }

  /** One file, or a folder with parts and calendars. */
  private static void says(Path broken) throws IOException {
    var expected = Files.readString(broken.resolveSibling(name(broken) + ".txt"));

    var said =
        switch (outcome(broken)) {
          case Loaded(_, _, var warnings) -> lines(warnings);
          case Rejected(var problems) -> lines(problems);
        };

    assertThat(said).isEqualTo(expected).isNotEmpty();
  }

  private static Outcome outcome(Path broken) throws IOException {
    if (Files.isRegularFile(broken)) {
      return Configs.read(Files.readString(broken));
    }
    var problems = new Problems();
    var files = new Folder(broken).read(problems);
    assertThat(problems.inOrder()).isEmpty();
    return Configs.loader().read(new ConfigFiles("", files.texts()));
  }

  private static String lines(List<Problem> problems) {
    return problems.stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }
}
