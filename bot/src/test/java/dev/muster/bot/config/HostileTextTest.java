package dev.muster.bot.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a file says, reading ends with an outcome, and no outcome tells a secret. */
class HostileTextTest {

  private static final List<String> PIECES =
      List.of(
          "\t",
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          ":",
          ": ",
          "- ",
          "&a ",
          "*a",
          "!",
          "!x ",
          "%",
          "@",
          "`",
          "|",
          ">",
          "#",
          "\n",
          "\r",
          "\0",
          "---\n",
          "? ",
          "<<: ",
          "${env:SNS_KEY}",
          "🙂",
          "\uFEFF",
          "\\",
          "\"\\x\"",
          "=~(",
          "null",
          "1e999",
          "\ud800",
          "\u2028");

  @Test
  void any_change_to_a_good_file_ends_with_an_outcome() throws IOException {
    var sample = Files.readString(Path.of("../runbooks/samples/learnhub/muster.yaml"));
    var seed = System.nanoTime();
    var random = new Random(seed);
    for (var i = 0; i < 2_000; i++) {
      var text = mutated(sample, random);
      assertThat(Configs.problems(text))
          .as("seed %d, change %d", seed, i)
          .allSatisfy(said -> assertThat(said).doesNotContain("s3cr3t").doesNotContain("\n"));
    }
  }

  @Test
  void deep_nesting_ends_with_an_outcome() {
    for (var piece : List.of("[", "{a: ", "- ", "? ", "!a ", "&a ", "*a ", "\"", "|\n ")) {
      assertThat(Configs.problems("a: " + piece.repeat(20_000))).isNotEmpty();
    }
  }

  @Test
  void a_megabyte_of_lines_is_given_up_early() {
    assertThat(Configs.problems("a: b\n".repeat(200_000)).getLast())
        .contains("more than 20000 values");
  }

  private static String mutated(String text, Random random) {
    var changed = new StringBuilder(text);
    for (var edits = 1 + random.nextInt(3); edits > 0; edits--) {
      var at = random.nextInt(changed.length());
      var end = Math.min(changed.length(), at + random.nextInt(12));
      changed.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
    }
    return changed.toString();
  }
}
