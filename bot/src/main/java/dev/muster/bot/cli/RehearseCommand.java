package dev.muster.bot.cli;

import dev.muster.integrations.postgres.embedded.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code muster.jar rehearse}: starts the demo on a database of its own, uses it a little and stops
 * it, so that a JVM that takes notes ({@code -XX:AOTCacheOutput}) knows what the next one needs.
 */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Lets the JVM learn a start, so that later ones are faster.",
      "Starts the demo on a database of its own, uses it a little, and stops. With the JVM's option"
          + " -XX:AOTCacheOutput=FILE what that needed is noted; a Muster started with"
          + " -XX:AOTCache=FILE is ready in half the time."
    })
public final class RehearseCommand implements Callable<Integer> {

  /** What API token the demo takes. */
  public static final String TOKEN = "a-rehearsal-on-this-machine-alone";

  /** A demo that runs. */
  public interface Demo extends AutoCloseable {

    String url();

    @Override
    void close();
  }

  private final Function<Path, Demo> start;

  @Spec private CommandSpec spec = CommandSpec.create();

  /**
   * @param start starts the demo, which takes {@link #TOKEN}, with its data in a folder
   */
  public RehearseCommand(Function<Path, Demo> start) {
    this.start = start;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("muster-rehearsal");
    try (var demo = start.apply(folder)) {
      new Rehearsal(demo.url(), TOKEN).play();
    } finally {
      Folders.delete(folder);
    }
    spec.commandLine().getOut().println("Rehearsed.");
    spec.commandLine().getOut().flush();
    return 0;
  }
}
