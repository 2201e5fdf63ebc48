package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

  private static final String MAKES = "-XX:ArchiveClassesAtExit=";
  private static final String USES = "-XX:SharedArchiveFile=";

  @TempDir Path folder;
  private Path jar;
  private JavaHome home;

  @BeforeEach
  void install() throws IOException {
    jar = Files.writeString(folder.resolve("muster.jar"), "classes");
    home = JavaHome.read(JavaHomesTest.fake(folder.resolve("jdk"), "25.0.1"));
  }

  @Test
  void the_first_end_leaves_it_and_the_next_start_uses_it() throws IOException {
    var first = archive(Map.of());
    var made = value(first.options(), MAKES);
    assertThat(made.getParent()).isEqualTo(folder.resolve("caches/muster"));
    Files.writeString(made, "archive");
    first.keep();

    assertThat(made).doesNotExist();
    assertThat(value(archive(Map.of()).options(), USES)).hasContent("archive");
  }

  @Test
  void a_start_that_was_killed_leaves_nothing_to_use() {
    var killed = archive(Map.of());
    killed.options();
    killed.keep();

    assertThat(archive(Map.of()).options()).noneMatch(option -> option.startsWith(USES));
  }

  @Test
  void another_jar_or_java_makes_its_own_and_what_was_before_it_goes() throws IOException {
    make();
    Files.writeString(jar, "more classes");
    assertThat(archive(Map.of()).options()).anyMatch(option -> option.startsWith(MAKES));
    make();
    home = JavaHome.read(JavaHomesTest.fake(folder.resolve("newer"), "25.0.2"));
    assertThat(archive(Map.of()).options()).anyMatch(option -> option.startsWith(MAKES));
    make();

    assertThat(folder.resolve("caches/muster")).isDirectoryContaining("glob:**.jsa");
    assertThat(folder.resolve("caches/muster").toFile().list()).hasSize(1);
  }

  @Test
  void what_nobody_was_there_to_keep_is_removed_when_it_is_old() throws IOException {
    var old = Files.writeString(value(archive(Map.of()).options(), MAKES), "archive");
    var young = Files.writeString(value(archive(Map.of()).options(), MAKES), "archive");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(2, ChronoUnit.HOURS)));

    archive(Map.of()).options();

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void where_nothing_can_be_kept_it_starts_as_ever() throws IOException {
    var file = Files.writeString(folder.resolve("no-folder"), "");

    assertThat(archive(Map.of("XDG_CACHE_HOME", file.toString())).options()).isEmpty();
    assertThat(archive(Map.of("XDG_CACHE_HOME", folder + "/two:parts")).options()).isEmpty();
  }

  @Test
  void only_serving_uses_it_and_only_with_our_own_options() {
    assertThat(command(Map.of())).anyMatch(option -> option.startsWith(MAKES));
    assertThat(command(Map.of(), "serve")).anyMatch(option -> option.startsWith(MAKES));
    assertThat(command(Map.of(), "check")).noneMatch(option -> option.startsWith(MAKES));
    assertThat(command(Map.of("JAVA_OPTS", "-Xmx1g")))
        .noneMatch(option -> option.startsWith(MAKES));
  }

  private void make() throws IOException {
    var archive = archive(Map.of());
    Files.writeString(value(archive.options(), MAKES), "archive");
    archive.keep();
  }

  private List<String> command(Map<String, String> more, String... args) {
    return new Child(home, jar.toString(), environment(more)).command(args);
  }

  private ClassArchive archive(Map<String, String> more) {
    return ClassArchive.of(home, jar.toString(), environment(more));
  }

  private Map<String, String> environment(Map<String, String> more) {
    var environment = new HashMap<>(Map.of("XDG_CACHE_HOME", folder.resolve("caches").toString()));
    environment.putAll(more);
    return environment;
  }

  private static Path value(List<String> options, String name) {
    return options.stream()
        .filter(option -> option.startsWith(name))
        .map(option -> Path.of(option.substring(name.length())))
        .findFirst()
        .orElseThrow();
  }
}
