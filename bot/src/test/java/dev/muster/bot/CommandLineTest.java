package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the command line says of itself. */
class CommandLineTest {

  private static final Map<String, String> WRONG = Map.of("PORT", "http");

  private final StringWriter out = new StringWriter();

  private int run(Map<String, String> environment, String... arguments) {
    return Main.commandLine(Settings.read(environment))
        .setOut(new PrintWriter(out))
        .execute(arguments);
  }

  @Test
  void each_command_is_one_line_of_the_help() {
    assertThat(run(Map.of(), "--help")).isZero();
    var commands =
        out.toString()
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isEmpty())
            .toList();

    assertThat(commands).hasSize(9).allMatch(line -> line.matches("  [a-z-]+ +[A-Z].*\\."));
  }

  @Test
  void each_command_has_a_help_that_says_how_it_is_called() {
    for (var name : Main.commandLine(Settings.read(Map.of())).getSubcommands().keySet()) {
      assertThat(run(Map.of(), name, "--help")).isZero();
      assertThat(out.toString()).contains("Usage: java -jar muster.jar " + name + " [");
    }
  }

  @Test
  void help_and_version_need_no_right_settings() {
    assertThat(run(WRONG, "--help")).isZero();
    assertThat(run(WRONG, "doctor", "--help")).isZero();
    assertThat(run(WRONG, "version")).isZero();
    assertThat(run(WRONG, "health")).isEqualTo(2);
  }
}
