package dev.muster.bot.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the Muster of this machine is, as far as one beside it can know.
 *
 * @param url where it would be
 * @param console where people reach it
 * @param isDemo whether nobody logs in
 */
public record ServerCheck(URI url, String console, boolean isDemo) implements Check {

  private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]*)\"");

  /** Our metrics are a few hundred kB. */
  private static final int MOST = 4 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  /**
   * Where a Muster that was told so would be, from this machine.
   *
   * @param bind a name or an address, perhaps that of all interfaces
   * @param people where people reach it, where that was said
   */
  public static ServerCheck on(String bind, int port, Optional<String> people, boolean isDemo) {
    var host =
        switch (bind) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]", "0:0:0:0:0:0:0:0" -> "[::1]";
          default -> bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
        };
    var url = URI.create("http://" + host + ":" + port);
    return new ServerCheck(url, people.orElse(url + "/"), isDemo);
  }

  @Override
  public String about() {
    return "Muster itself";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var health = get(client, "/health/ready");
      var body = beginning(health);
      if (health.statusCode() != 200) {
        return List.of(unready(body));
      }
      var figures = beginning(get(client, "/metrics"));
      return new ServerFigures(figures, console, isDemo).findings(about(), url);
    } catch (IOException away) {
      return List.of(
          Finding.skipped(
              about(),
              "Nothing answers at %s: it does not run, or elsewhere (PORT, BIND). Only a Muster that"
                      .formatted(url)
                  + " runs knows whether Slack reaches it, and what could not be sent lately.",
              "Start it, or look again with PORT and BIND of the one that runs."));
    }
  }

  private Finding unready(String body) {
    return Finding.failed(
        about(),
        "It runs at %s and is not ready: %s.".formatted(url, reason(body)),
        "Its log says more. Where the database is away, it goes on by itself once that is back.");
  }

  /** As it stands in the JSON, whose only text with spaces it is. */
  private static String reason(String body) {
    var found = REASON.matcher(body);
    return found.find() ? found.group(1) : "it does not say why";
  }

  private HttpResponse<InputStream> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.ofInputStream());
  }

  /** What answers there may be no Muster, and never end. */
  private static String beginning(HttpResponse<InputStream> answer) throws IOException {
    try (var body = answer.body()) {
      return new String(body.readNBytes(MOST), UTF_8);
    }
  }
}
