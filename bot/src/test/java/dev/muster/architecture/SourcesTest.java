package dev.muster.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sources as text: their size, and words that may not stay in them. */
class SourcesTest {

  private static final int LINES = 250;
  private static final int FILES = 15;

  /** Packages that outgrew the limit, with the size that each has: it may shrink only. */
  private static final Map<String, Integer> TOO_LARGE =
      Map.of(
          "dev.muster.commands.chat", 27,
          "dev.muster.commands.incident", 22,
          "dev.muster.commands.intake", 21);

  /** It asks a process that can tell nobody when it is ready, and says how long it waits. */
  private static final Path MAY_SLEEP =
      Path.of("integrations/src/main/java/dev/muster/integrations/postgres/embedded/Patience.java");

  private static final String UNFINISHED = "TO" + "DO";
  private static final String WRONG = "FIX" + "ME";
  private static final String SLEEP = "Thread" + ".sleep";
  private static final String SKIPPED = "@" + "Disabled";

  private final Path root = root();

  @Test
  void files_are_short() {
    assertThat(files("main").filter(it -> lines(it).size() > LINES))
        .as("files of more than %s lines", LINES)
        .isEmpty();
  }

  @Test
  void packages_are_small() {
    var sizes =
        files("main")
            .filter(it -> it.toString().endsWith(".java") && !it.endsWith("package-info.java"))
            .collect(groupingBy(this::packageOf, TreeMap::new, counting()));
    sizes.values().removeIf(size -> size <= FILES);
    sizes.entrySet().removeIf(it -> it.getValue() <= TOO_LARGE.getOrDefault(it.getKey(), FILES));
    assertThat(sizes).as("packages of more than %s files", FILES).isEmpty();
  }

  @Test
  void nothing_is_left_for_later() {
    assertThat(found(UNFINISHED, WRONG)).isEmpty();
  }

  @Test
  void nothing_sleeps_and_nothing_is_skipped() {
    assertThat(found(SLEEP, SKIPPED).filter(it -> !it.startsWith(MAY_SLEEP + ":"))).isEmpty();
  }

  /** As {@code path:line}. */
  private Stream<String> found(String... words) {
    Predicate<String> hasWord = line -> Stream.of(words).anyMatch(line::contains);
    return files("")
        .flatMap(file -> {
          var lines = lines(file);
          return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
              .filter(i -> hasWord.test(lines.get(i)))
              .map(i -> root.relativize(file) + ":" + (i + 1));
        });
  }

  /** Everything that we wrote, of one source folder of each room or of all of them. */
  private Stream<Path> files(String kind) {
    return Stream.of("runbooks", "commands", "integrations", "bot")
        .map(room -> root.resolve(room).resolve("src").resolve(kind))
        .filter(Files::isDirectory)
        .flatMap(SourcesTest::walk)
        .filter(it -> it.toString().matches(".*\\.(java|js|css|peb|html|sql|xml|properties)"));
  }

  private String packageOf(Path file) {
    var path = root.relativize(file.getParent()).toString().replace('\\', '/');
    return path.substring(path.indexOf("/java/") + "/java/".length()).replace('/', '.');
  }

  private static Stream<Path> walk(Path folder) {
    try (var tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** From wherever the tests are started. */
  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("runbooks"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
