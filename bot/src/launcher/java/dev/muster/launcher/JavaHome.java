package dev.muster.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A folder with a Java in it and the version that its {@code release} file tells. */
final class JavaHome {

  final Path folder;

  /** Such as {@code 25.0.1}, or {@code 1.8.0_402} of old. */
  final String version;

  private JavaHome(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /** Null for a folder without a Java that could be started; nothing is run to find out. */
  static JavaHome read(Path folder) {
    try (InputStream in = Files.newInputStream(folder.resolve("release"))) {
      Properties release = new Properties();
      release.load(in);
      String version = release.getProperty("JAVA_VERSION", "").replace("\"", "").trim();
      JavaHome home = new JavaHome(folder, version);
      return home.feature() > 0 && Files.isExecutable(home.java()) ? home : null;
    } catch (IOException | IllegalArgumentException e) {
      return null;
    }
  }

  Path java() {
    return folder.resolve("bin").resolve("java");
  }

  int feature() {
    int[] numbers = numbers(version);
    return numbers[0] == 1 && numbers.length > 1 ? numbers[1] : numbers[0];
  }

  boolean isNewerThan(JavaHome other) {
    if (feature() != other.feature()) {
      return feature() > other.feature();
    }
    int[] mine = numbers(version);
    int[] others = numbers(other.version);
    for (int i = 0; i < Math.min(mine.length, others.length); i++) {
      if (mine[i] != others[i]) {
        return mine[i] > others[i];
      }
    }
    return mine.length > others.length;
  }

  private static int[] numbers(String version) {
    String[] parts = version.split("\\D+");
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = parts[i].isEmpty() ? 0 : Integer.parseInt(parts[i]);
    }
    return numbers;
  }

  @Override
  public String toString() {
    return version + " in " + folder;
  }
}
