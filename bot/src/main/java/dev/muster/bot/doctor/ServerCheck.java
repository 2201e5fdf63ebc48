package dev.muster.bot.doctor;

import dev.muster.commands.doctor.Check;
import dev.muster.commands.doctor.Finding;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the Muster of this machine is, as far as one beside it can know.
 *
 * @param url where it would be
 */
public record ServerCheck(URI url) implements Check {

  private static final Pattern REASON = Pattern.compile("\"reason\":\"([^\"]*)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  @Override
  public String about() {
    return "Muster itself";
  }

  @Override
  public List<Finding> look() throws InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      var health = get(client, "/health/ready");
      if (health.statusCode() != 200) {
        return List.of(unready(health));
      }
      return new ServerFigures(get(client, "/metrics").body()).findings(about(), url);
    } catch (IOException away) {
      return List.of(
          Finding.skipped(
              about(),
              "Nothing answers at %s: it does not run, or elsewhere (PORT, BIND). Only a Muster that"
                      .formatted(url)
                  + " runs knows whether Slack reaches it, and what could not be sent lately."));
    }
  }

  private Finding unready(HttpResponse<String> health) {
    return Finding.failed(
        about(),
        "It runs at %s and is not ready: %s.".formatted(url, reason(health.body())),
        "Its log says more. Where the database is away, it goes on by itself once that is back.");
  }

  /** As it stands in the JSON, whose only text with spaces it is. */
  private static String reason(String body) {
    var found = REASON.matcher(body);
    return found.find() ? found.group(1) : "it does not say why";
  }

  private HttpResponse<String> get(HttpClient client, String path)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
