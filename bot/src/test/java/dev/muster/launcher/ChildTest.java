package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir Path folder;

  @Test
  void gets_a_bounded_heap_and_our_arguments() throws IOException {
    assertThat(command(Map.of()))
        .startsWith(folder.resolve("bin/java").toString(), "-Xms32m", "-Xmx512m")
        .contains("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
        .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
        .contains("-XX:+ExitOnOutOfMemoryError", "-Dmuster.parent=stdin")
        .endsWith("-cp", "muster.jar", "dev.muster.bot.Main", "check", "a folder");
  }

  @Test
  void options_of_a_person_come_last_and_their_heap_replaces_ours() throws IOException {
    var command =
        command(Map.of("JAVA_OPTS", " -XX:MaxRAMPercentage=50  -Da=b ", "MUSTER_JAVA_OPTS", "-ea"));

    assertThat(command).doesNotContain("-Xms32m", "-Xmx512m");
    assertThat(command)
        .containsSubsequence(
            "-Dmuster.parent=stdin", "-XX:MaxRAMPercentage=50", "-Da=b", "-ea", "-cp");
  }

  @Test
  void the_collector_of_a_person_replaces_ours() throws IOException {
    assertThat(command(Map.of("JAVA_OPTS", "-XX:+UseZGC")))
        .contains("-XX:+UseZGC", "-Xmx512m")
        .doesNotContain("-XX:+UseSerialGC");
  }

  private List<String> command(Map<String, String> environment) throws IOException {
    var home = JavaHome.read(JavaHomesTest.fake(folder, "25.0.1"));
    return new Child(home, "muster.jar", environment).command(new String[] {"check", "a folder"});
  }
}
