package dev.muster.bot.cli;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.LoginIds;
import dev.muster.bot.config.current.ConfigSource;
import dev.muster.bot.login.LoginSettings;
import dev.muster.commands.login.LoginAudit;
import dev.muster.commands.login.LoginAudit.Source;
import dev.muster.commands.login.LoginLinks;
import dev.muster.commands.login.LoginToken;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.PersonId;
import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.Migrations;
import dev.muster.integrations.postgres.chat.PostgresAuditLog;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgresException;
import dev.muster.integrations.postgres.login.PostgresLoginLinks;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster.jar login PERSON}: a link for whoever gets none by mail. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link by which PERSON logs in to the console.",
      "It is good once, within 15 minutes. Run it where Muster runs, with the same environment:"
          + " the link is kept in Muster's database."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the link is printed",
      "1:the database is away",
      "2:there is no such person, or this is the demo, where nobody logs in"
    })
public final class LoginCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int AWAY = 1;
  private static final int WRONG = 2;

  private final Optional<? extends ConfigSource> configuration;
  private final Supplier<ReachedDatabase> reach;
  private final String url;
  private final InstantSource clock;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "PERSON",
      description = "whose link: an id or e-mail address of muster.yaml")
  private String person = "";

  /**
   * Asks for the database only when there is something to write.
   *
   * @param configuration empty in the demo
   */
  public LoginCommand(
      Optional<? extends ConfigSource> configuration,
      Supplier<ReachedDatabase> reach,
      String url,
      InstantSource clock) {
    this.configuration = configuration;
    this.reach = reach;
    this.url = url;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    try {
      return configuration.map(source -> call(source, out)).orElseGet(() -> demo(out));
    } catch (StoreUnavailable away) {
      out.println("The database is away. No link was made. Is DATABASE_URL right?");
      return AWAY;
    } catch (EmbeddedPostgresException e) {
      out.println("No link was made. " + e.getMessage());
      return AWAY;
    } finally {
      out.flush();
    }
  }

  private static int demo(PrintWriter out) {
    out.println(
        "MUSTER_HOME is not set, and without it Muster is the demo, where nobody logs in: open it"
            + " and pick who you are. For your own Muster, set what it was started with.");
    return WRONG;
  }

  private int call(ConfigSource source, PrintWriter out) {
    return switch (source.own()) {
      case Outcome.Loaded(var config, _, _) ->
          new LoginIds(() -> config)
              .named(person)
              .map(known -> print(known.id(), " for " + known.name(), out))
              .orElseGet(() -> nobody(config, out));
      case Outcome.Rejected(var problems) -> {
        out.println("These files are broken, so whether there is such a person is not known here:");
        problems.stream().limit(3).forEach(out::println);
        yield print(new PersonId(person), "", out);
      }
    };
  }

  private int nobody(Config config, PrintWriter out) {
    var known =
        config.directory().people().stream()
            .map(Person::id)
            .map(PersonId::value)
            .collect(Collectors.joining(", "));
    out.println("There is nobody called " + person + ". Known: " + known + ".");
    return WRONG;
  }

  private int print(PersonId id, String whom, PrintWriter out) {
    try (var reached = reach.get()) {
      out.println();
      out.println(LoginSettings.link(url, make(id, reached), ""));
      out.println();
      out.println("A login link" + whom + ": good once, within 15 minutes.");
      out.println("Whoever opens it is " + id + ": hand it over where nobody else reads it.");
      return DONE;
    }
  }

  private LoginToken make(PersonId id, ReachedDatabase reached) {
    Migrations.run(reached.address());
    var database = reached.database();
    return database.inTransaction(() -> {
      new LoginAudit(new PostgresAuditLog(database), clock)
          .record(
              "login-link",
              "printed",
              Optional.of(id),
              new Source(UUID.randomUUID().toString(), "the command line"));
      return new LoginLinks(new PostgresLoginLinks(database), clock).make(id);
    });
  }
}
