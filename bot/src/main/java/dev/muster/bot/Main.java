package dev.muster.bot;

import dev.muster.bot.cli.CheckCommand;
import dev.muster.bot.cli.DoctorCommand;
import dev.muster.bot.cli.HealthCommand;
import dev.muster.bot.cli.LoginCommand;
import dev.muster.bot.cli.MigrateCommand;
import dev.muster.bot.cli.MusterCommand;
import dev.muster.bot.cli.ReachedDatabase;
import dev.muster.bot.cli.RehearseCommand;
import dev.muster.bot.cli.ServeCommand;
import dev.muster.bot.cli.SlackManifestCommand;
import dev.muster.bot.cli.VersionCommand;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome.Loaded;
import dev.muster.bot.config.ConfigLoader.Outcome.Rejected;
import dev.muster.bot.config.current.FolderSource;
import dev.muster.bot.config.runbooks.StepKinds;
import dev.muster.bot.process.Logging;
import dev.muster.integrations.slack.blocks.CommandNames;
import dev.muster.integrations.sources.Sources;
import dev.muster.launcher.ParentWatch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line. */
public final class Main {

  private static final int WRONG = 2;
  private static final int TERMINATED = 143;

  private Main() {}

  public static void main(String[] args) {
    ParentWatch.start();
    followBuild();
    var exit = run(args);
    if (exit >= 0) {
      System.exit(exit);
    }
  }

  /** Maven leaves what it runs behind when it is stopped: started by it, we end with it. */
  private static void followBuild() {
    if (Boolean.getBoolean("muster.build")) {
      var maven = ProcessHandle.current().parent().orElseThrow();
      var _ = maven.onExit().thenRun(() -> System.exit(TERMINATED));
    }
  }

  private static int run(String[] args) {
    var read = Settings.read(System.getenv());
    Logging.setUp(read.settings().log(), args);
    return commandLine(read).execute(args);
  }

  static CommandLine commandLine(Settings.Read read) {
    var settings = read.settings();
    var loader =
        new ConfigLoader(
            Set.copyOf(Sources.names()), StepKinds::under, System::getenv, InstantSource.system());
    var serving = new Serving(settings, loader);
    var line =
        new CommandLine(new MusterCommand())
            .setExecutionStrategy(parsed -> execute(parsed, read, serving))
            .addSubcommand(new ServeCommand(serving))
            .addSubcommand(new CheckCommand(loader, StepKinds.all(), settings.apiToken()))
            .addSubcommand(new MigrateCommand(settings.database()))
            .addSubcommand(new HealthCommand(settings.port()))
            .addSubcommand(new DoctorCommand(() -> Checkups.examine(read, loader)))
            .addSubcommand(login(settings, loader))
            .addSubcommand(new RehearseCommand(Serving::rehearsal))
            .addSubcommand(manifest(settings, loader))
            .addSubcommand(new VersionCommand(Version.current()));
    var version = "Muster " + Version.current();
    line.getCommandSpec().version(version);
    line.getSubcommands().values().forEach(one -> one.getCommandSpec().version(version));
    return line;
  }

  private static SlackManifestCommand manifest(Settings settings, ConfigLoader loader) {
    return new SlackManifestCommand(
        Commands::described,
        settings.url(),
        () -> settings.home().map(home -> slackCommands(loader.load(home))));
  }

  private static CommandNames slackCommands(ConfigLoader.Outcome outcome) {
    return switch (outcome) {
      case Loaded(var config, _, _) -> config.slackCommands();
      case Rejected _ -> {
        System.err.println(
            "Note: the configuration in MUSTER_HOME has mistakes, so slack.commands of it is not"
                + " followed. `check` says what is wrong.");
        yield CommandNames.USUAL;
      }
    };
  }

  private static LoginCommand login(Settings settings, ConfigLoader loader) {
    var source = new FolderSource(loader, settings.home(), settings.isLoopback());
    var url = settings.url().orElse("http://127.0.0.1:" + settings.port());
    var address = settings.database();
    return new LoginCommand(
        settings.isDemo() ? Optional.empty() : Optional.of(source),
        () -> ReachedDatabase.at(address, settings.data()),
        url,
        InstantSource.system());
  }

  private static int execute(ParseResult parsed, Settings.Read read, Serving serving) {
    if (!read.wrong().isEmpty() && !needsNoSettings(parsed)) {
      System.err.println(read.complaint());
      return WRONG;
    }
    return parsed.hasSubcommand() || isHelp(parsed)
        ? new CommandLine.RunLast().execute(parsed)
        : serving.call();
  }

  /** The doctor tells what is wrong of them among all else. */
  private static boolean needsNoSettings(ParseResult parsed) {
    if (!parsed.hasSubcommand() || isHelp(parsed)) {
      return isHelp(parsed);
    }
    var command = parsed.subcommand();
    return isHelp(command) || Set.of("doctor", "version").contains(command.commandSpec().name());
  }

  private static boolean isHelp(ParseResult parsed) {
    return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
  }
}
