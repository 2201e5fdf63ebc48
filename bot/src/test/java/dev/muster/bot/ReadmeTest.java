package dev.muster.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.slack.Slack;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.sources.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table of commands is that of the code. */
class ReadmeTest {

  private static final DatabaseAddress NOWHERE =
      DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");
  private static final String HEAD = "| command | what it does |\n|---|---|\n";

  @Test
  void every_command_stands_in_the_table_and_nothing_else_does() throws IOException {
    var readme = Files.readString(root().resolve("README.md"));

    assertThat(readme).contains(HEAD);
    var behind = readme.substring(readme.indexOf(HEAD) + HEAD.length());
    assertThat(behind.substring(0, behind.indexOf("\n\n") + 1)).isEqualTo(table());
  }

  private static String table() {
    var clock = InstantSource.system();
    try (var stores = Stores.open(NOWHERE, Slack.mirrors(Optional.empty()), clock, () -> {})) {
      var loader = new ConfigLoader(Set.copyOf(Sources.names()), _ -> null, clock);
      var config = ((ConfigLoader.Outcome.Loaded) loader.demo()).config();
      return Commands.of(() -> config, stores, clock).table().all().stream()
          .map(ReadmeTest::row)
          .collect(Collectors.joining());
    }
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
