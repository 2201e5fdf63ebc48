package dev.muster.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaHomesTest {

  @TempDir Path folder;

  @Test
  void newest_that_fits_is_taken_wherever_it_lies() throws IOException {
    java("jvm/eight", "1.8.0_402");
    java("jvm/old", "17.0.9");
    java("jvm/first", "25");
    var newest = java("opt/patched", "25.0.11");
    java("opt/less-patched", "25.0.2");

    var homes = new JavaHomes(Map.of(), List.of(folder.resolve("jvm"), folder.resolve("opt")));

    assertThat(homes.newest(25).folder).isEqualTo(newest);
    assertThat(homes.all()).hasSize(5);
  }

  @Test
  void one_that_a_person_named_for_muster_is_taken_before_a_newer_one() throws IOException {
    java("jvm/newer", "26.0.1");
    var named = java("mine", "25.0.1");
    var homes =
        new JavaHomes(Map.of("MUSTER_JAVA_HOME", named.toString()), List.of(folder.resolve("jvm")));

    assertThat(homes.newest(25).folder).isEqualTo(named);
  }

  @Test
  void one_that_is_named_but_too_old_is_passed_over() throws IOException {
    var newer = java("jvm/newer", "26-ea");
    var named = java("mine", "17.0.9");
    var homes =
        new JavaHomes(
            Map.of("MUSTER_JAVA_HOME", named.toString(), "JAVA_HOME", named.toString()),
            List.of(folder.resolve("jvm")));

    assertThat(homes.newest(25).folder).isEqualTo(newer);
  }

  @Test
  void java_home_counts_like_every_other_place() throws IOException {
    var only = java("elsewhere", "25.0.1");
    var homes = new JavaHomes(Map.of("JAVA_HOME", only.toString()), List.of());

    assertThat(homes.newest(25).folder).isEqualTo(only);
  }

  @Test
  void bundle_of_a_mac_is_looked_into() throws IOException {
    var inside = java("jvms/temurin-25.jdk/Contents/Home", "25.0.1");
    var homes = new JavaHomes(Map.of(), List.of(folder.resolve("jvms")));

    assertThat(homes.newest(25).folder).isEqualTo(inside);
  }

  @Test
  void links_to_one_folder_count_once() throws IOException {
    var one = java("jvm/temurin-25", "25.0.1");
    Files.createSymbolicLink(folder.resolve("jvm/default"), one);

    assertThat(new JavaHomes(Map.of(), List.of(folder.resolve("jvm"))).all()).hasSize(1);
  }

  @Test
  void what_is_no_java_is_passed_over() throws IOException {
    Files.delete(java("jvm/without-program", "25").resolve("bin/java"));
    java("jvm/without-version", "");
    Files.createDirectories(folder.resolve("jvm/empty"));
    Files.writeString(folder.resolve("jvm/a-file"), "");

    assertThat(new JavaHomes(Map.of(), List.of(folder.resolve("jvm"))).newest(8)).isNull();
  }

  @Test
  void message_names_what_was_found_where_and_what_to_do() throws IOException {
    var old = java("jvm/old", "17.0.9");
    var homes = new JavaHomes(Map.of("JAVA_HOME", "/gone"), List.of(folder.resolve("jvm")));

    assertThat(homes.newest(25)).isNull();
    assertThat(Launcher.nothingFits(homes))
        .contains("Java 25 or newer", "17.0.9 in " + old, "JAVA_HOME=/gone")
        .contains(folder.resolve("jvm") + "/*", "Temurin 25", "MUSTER_JAVA_HOME");
  }

  private Path java(String name, String version) throws IOException {
    return fake(folder.resolve(name), version);
  }

  static Path fake(Path home, String version) throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Files.createFile(home.resolve("bin/java")).toFile().setExecutable(true);
    return home;
  }
}
