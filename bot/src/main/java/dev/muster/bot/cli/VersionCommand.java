package dev.muster.bot.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster.jar version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Says which Muster this is.")
public final class VersionCommand implements Callable<Integer> {

  private final String version;

  @Spec private CommandSpec spec = CommandSpec.create();

  public VersionCommand(String version) {
    this.version = version;
  }

  @Override
  public Integer call() {
    spec.commandLine().getOut().println("Muster " + version);
    spec.commandLine().getOut().flush();
    return 0;
  }
}
