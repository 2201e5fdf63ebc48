package dev.muster.bot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.Configs;
import dev.muster.bot.config.current.FolderSource;
import dev.muster.commands.login.LogIn;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.login.Sessions;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.Pools;
import dev.muster.integrations.postgres.TestPostgres;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.login.PostgresLoginLinks;
import dev.muster.integrations.postgres.login.PostgresSessions;
import dev.muster.integrations.sources.Sources;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LoginCommandTest {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Pattern LINK = Pattern.compile("https://muster\\.example/login/(\\S+)");
  private static final InstantSource CLOCK = InstantSource.system();

  private final StringWriter out = new StringWriter();
  private final ConfigLoader loader =
      new ConfigLoader(Set.copyOf(Sources.names()), Configs.kinds(), _ -> null, CLOCK);
  private final FolderSource source = new FolderSource(loader, Optional.of(SAMPLE), true);

  @Test
  void a_link_is_printed_that_lets_its_person_in() {
    var address = DatabaseAddress.parse(TestPostgres.newDatabase());

    var exit = run(Optional.of(source), address, "devops@learnhub.example");

    assertThat(exit).isZero();
    assertThat(out.toString())
        .contains("A login link for DevOps Engineer: good once, within 15 minutes.");
    assertThat(enter(address)).isInstanceOf(LogIn.Outcome.In.class);
  }

  @Test
  void somebody_unknown_gets_none_and_the_names_there_are() {
    var exit = run(Optional.of(source), nowhere(), "devopps");

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString())
        .startsWith("There is nobody called devopps. Known: devops, backend,")
        .doesNotContain("/login/");
  }

  @Test
  void in_the_demo_nobody_logs_in() {
    var exit = run(Optional.empty(), nowhere(), "devops");

    assertThat(exit).isEqualTo(2);
    assertThat(out.toString()).contains("MUSTER_HOME is not set").doesNotContain("/login/");
  }

  private LogIn.Outcome enter(DatabaseAddress address) {
    var found = LINK.matcher(out.toString());
    assertThat(found.find()).isTrue();
    var token = LoginToken.parse(found.group(1)).orElseThrow();
    var config = ((ConfigLoader.Outcome.Loaded) loader.load(SAMPLE)).config();
    try (var database = new Database(Pools.open(address, "test", 2))) {
      return new LogIn(
              database,
              new LoginLinks(new PostgresLoginLinks(database), CLOCK),
              new Sessions(new PostgresSessions(database), CLOCK),
              new LoginAudit(new PostgresAuditLog(database), CLOCK),
              config.directory())
          .by(token, new Source("r1", "192.0.2.7"));
    }
  }

  private int run(Optional<FolderSource> configuration, DatabaseAddress address, String person) {
    var command =
        new LoginCommand(
            configuration,
            () -> ReachedDatabase.at(Optional.of(address), Path.of("unused")),
            "https://muster.example/",
            CLOCK);
    return new CommandLine(command).setOut(new PrintWriter(out)).execute(person);
  }

  private static DatabaseAddress nowhere() {
    return DatabaseAddress.parse("postgresql://muster@127.0.0.1:1/muster");
  }
}
