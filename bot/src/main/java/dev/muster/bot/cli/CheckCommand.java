package dev.muster.bot.cli;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.secret.Strength;
import dev.muster.runbooks.kind.Kinds;
import dev.muster.runbooks.kind.KindsPage;
import dev.muster.runbooks.shape.SchemaText;
import dev.muster.runbooks.yaml.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster.jar check DIR}: whether a configuration is right; exit 0 if so, 2 if not. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Names every mistake in a configuration and its runbooks.",
      "Reads DIR/muster.yaml, DIR/conf.d and DIR/runbooks. Each mistake has its line, and what to"
          + " write instead. Changes nothing."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:the configuration is fine", "2:it is not, or it cannot be read"})
public final class CheckCommand implements Callable<Integer> {

  private static final int FINE = 0;
  private static final int REJECTED = 2;

  private final ConfigLoader loader;
  private final Kinds known;
  private final Optional<String> apiToken;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "the folder with muster.yaml; without it the one where you are")
  private Path home = Path.of(".");

  @Option(
      names = "--schema",
      description = "prints the JSON Schema of muster.yaml instead, for editors")
  private boolean schema;

  @Option(
      names = "--runbook-schema",
      description = "prints the JSON Schema of runbooks instead, for editors")
  private boolean runbookSchema;

  @Option(names = "--kinds", description = "prints the reference of the kinds of steps instead")
  private boolean kinds;

  /**
   * Looks at the environment too, as far as it is that of the Muster that will be started.
   *
   * @param apiToken MUSTER_API_TOKEN, if it is set here
   */
  public CheckCommand(ConfigLoader loader, Kinds known, Optional<String> apiToken) {
    this.loader = loader;
    this.known = known;
    this.apiToken = apiToken;
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (schema || runbookSchema || kinds) {
      out.println(asked());
      out.flush();
      return FINE;
    }
    apiToken
        .flatMap(Strength::weakApiToken)
        .ifPresent(weak -> out.println("environment: warning: " + weak));
    var exit =
        switch (loader.load(home)) {
          case Loaded(var config, _, var warnings) -> fine(config, warnings, out);
          case Rejected(var problems) -> rejected(problems, out);
        };
    out.flush();
    return exit;
  }

  private String asked() {
    if (kinds) {
      return KindsPage.of(known);
    }
    return SchemaText.of(schema ? loader.schema() : ConfigLoader.runbookSchema());
  }

  private int fine(Config config, List<Problem> warnings, PrintWriter out) {
    warnings.forEach(out::println);
    out.printf(
        "%s: fine, %s, %s, %s, %s, %s, %s%n",
        home.resolve("muster.yaml"),
        counted(config.directory().people().size(), "person", "people"),
        counted(config.schedules().size(), "schedule", "schedules"),
        counted(config.channels().size(), "channel", "channels"),
        counted(config.integrations().size(), "integration", "integrations"),
        counted(config.routing().routes().size(), "route", "routes"),
        counted(config.runbooks().own().size(), "runbook", "runbooks"));
    return FINE;
  }

  private static int rejected(List<Problem> problems, PrintWriter out) {
    problems.forEach(out::println);
    out.println(counted(problems.size(), "problem", "problems"));
    return REJECTED;
  }

  private static String counted(int count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }
}
