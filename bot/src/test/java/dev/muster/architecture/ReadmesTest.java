package dev.muster.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of packages in the READMEs of the rooms. */
class ReadmesTest {

  private static final Pattern NAMED = Pattern.compile("`([a-z.]+)`");

  private final Path root = Path.of("").toAbsolutePath().getParent();

  @ParameterizedTest
  @ValueSource(strings = {"commands", "bot"})
  void every_package_of_a_room_is_named_in_its_readme(String room) throws IOException {
    var named = named(Files.readString(root.resolve(room).resolve("README.md")));

    assertThat(packages(room)).isNotEmpty().allSatisfy(it -> assertThat(named).contains(it));
  }

  @Test
  void a_name_is_what_stands_in_a_code_span() {
    assertThat(named("| `chat.form`, `asking` | and `Router` |"))
        .containsExactly("chat", "form", "asking");
  }

  /** By their own names, without those of the packages around them. */
  private List<String> packages(String room) throws IOException {
    var home = root.resolve(room).resolve("src/main/java/dev/muster").resolve(room);
    try (var files = Files.walk(home)) {
      return files
          .filter(file -> file.endsWith("package-info.java"))
          .map(Path::getParent)
          .filter(folder -> !folder.equals(home))
          .map(folder -> folder.getFileName().toString())
          .distinct()
          .toList();
    }
  }

  private static List<String> named(String readme) {
    return NAMED
        .matcher(readme)
        .results()
        .flatMap(found -> List.of(found.group(1).split("\\.")).stream())
        .toList();
  }
}
