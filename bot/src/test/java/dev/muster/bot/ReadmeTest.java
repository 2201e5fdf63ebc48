package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of commands is that of the code. */
class ReadmeTest {

  private static final String HEAD = "| command | what it does |\n|---|---|\n";

  @Test
  void every_command_stands_in_the_table_and_nothing_else_does() throws IOException {
    var readme = Files.readString(root().resolve("README.md"));

    assertThat(readme).contains(HEAD);
    var behind = readme.substring(readme.indexOf(HEAD) + HEAD.length());
    assertThat(behind.substring(0, behind.indexOf("\n\n") + 1)).isEqualTo(table());
  }

  private static String table() {
    return Commands.described().all().stream().map(ReadmeTest::row).collect(Collectors.joining());
  }

  private static String row(Command command) {
    var usage = (CommandTable.typed(command.name()) + " " + command.arguments()).strip();
    return "| `" + usage.replace("|", "\\|") + "` | " + command.summary() + " |\n";
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("runbooks"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
