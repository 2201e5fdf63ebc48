package dev.muster.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code muster.jar health}: asks the Muster of this machine; exit 0 when it is ready, 1 if not.
 */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether the Muster on this machine is ready.",
      "Asks it at PORT, 8080 unless that is set."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:it is ready", "1:it is not, or nothing answers"})
public final class HealthCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final int port;

  @Spec private CommandSpec spec = CommandSpec.create();

  public HealthCommand(int port) {
    this.port = port;
  }

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    var address = URI.create("http://127.0.0.1:" + port + "/health/ready");
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
      out.println(answer.body());
      return answer.statusCode() == 200 ? 0 : 1;
    } catch (IOException e) {
      out.println("No Muster answers at " + address + ". Is it running, and is PORT right?");
      return 1;
    } finally {
      out.flush();
    }
  }
}
