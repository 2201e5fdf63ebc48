package dev.muster.bot.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code muster.jar serve}: runs until it is stopped. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Runs Muster until it is stopped. This is the default.")
public final class ServeCommand implements Callable<Integer> {

  private final Callable<Integer> serving;

  public ServeCommand(Callable<Integer> serving) {
    this.serving = serving;
  }

  @Override
  public Integer call() throws Exception {
    return serving.call();
  }
}
