package dev.muster.bot.cli;

import dev.muster.bot.slack.SlackManifest;
import dev.muster.bot.slack.SlackManifest.Names;
import dev.muster.commands.chat.CommandTable;
import dev.muster.integrations.slack.blocks.CommandNames;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster.jar slack-manifest}: prints what Slack has to know of the app. */
@Command(
    name = "slack-manifest",
    mixinStandardHelpOptions = true,
    description = {
      "Prints what Slack has to know to make Muster's app.",
      "Paste it at https://api.slack.com/apps: Create New App, From a manifest. Of an app that is"
          + " there already, put it in place of the one under App Manifest, and install it again."
    })
public final class SlackManifestCommand implements Callable<Integer> {

  private static final int WRONG = 2;

  private final Supplier<CommandTable> table;
  private final Optional<String> ours;
  private final Supplier<Optional<CommandNames>> configured;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--socket",
      description = "for a Muster that Slack cannot reach: it opens a socket to Slack itself")
  private boolean isSocket;

  @Option(
      names = "--names",
      paramLabel = "NAMES",
      defaultValue = "short",
      description =
          "what slash commands are called: short (/incident), long (/muster-incident, for where"
              + " another app has /incident) or root (only /muster); ${DEFAULT-VALUE} unless said")
  private String names = "short";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where Slack reaches Muster, with https://; MUSTER_URL unless said")
  private @Nullable String url;

  /**
   * @param ours MUSTER_URL, if it is set here
   * @param configured what the configuration calls slash commands, if there is one here
   */
  public SlackManifestCommand(
      Supplier<CommandTable> table,
      Optional<String> ours,
      Supplier<Optional<CommandNames>> configured) {
    this.table = table;
    this.configured = configured;
    this.ours = ours;
  }

  @Override
  public Integer call() {
    var wanted = Optional.ofNullable(url).or(() -> ours);
    var address = wanted.flatMap(SlackManifestCommand::address);
    if (address.isEmpty() && (wanted.isPresent() || !isSocket)) {
      return refuse(
          "Say where Slack reaches Muster: set MUSTER_URL, or --url https://muster.example.com."
              + " Slack calls https only; with --socket it need not reach Muster.");
    }
    var called = names(names);
    if (called.isEmpty()) {
      return refuse("--names is short, long or root");
    }
    var out = spec.commandLine().getOut();
    var manifest =
        new SlackManifest(
            table.get(),
            called.get(),
            configured.get().orElse(CommandNames.USUAL),
            address,
            isSocket);
    out.print(manifest.text());
    out.flush();
    return 0;
  }

  private int refuse(String message) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
    return WRONG;
  }

  private static Optional<URI> address(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(it -> "https".equals(it.getScheme()) && it.getHost() != null);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Names> names(String text) {
    return Arrays.stream(Names.values())
        .filter(name -> name.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst();
  }
}
