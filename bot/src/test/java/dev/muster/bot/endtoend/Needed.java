package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that a test cannot do without: on a desk it is skipped then, in CI it fails. */
final class Needed {

  private Needed() {}

  static Path program(String path, String debianPackage) {
    var program = Path.of(path);
    var word = "%s is missing: apt-get install %s".formatted(path, debianPackage);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(Files.isExecutable(program)).as(word).isTrue();
    }
    assumeTrue(Files.isExecutable(program), word);
    return program;
  }
}
