package dev.muster.bot.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** What a team does with Muster in its first minute, again and again. */
record Rehearsal(String url, String token) {

  private static final int ROUNDS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final List<String> PAGES =
      List.of("health/ready", "metrics", "", "chat", "alerts", "deliveries", "api/openapi.json");
  private static final List<String> PEOPLE =
      List.of("devops", "backend", "android-lead", "team-lead", "cto");
  private static final List<String> COMMANDS =
      List.of(
          "/incident declare Rehearsed severity:high",
          "/incident note %d Looked into it",
          "/incident ack %d",
          "/incident show %d",
          "/incident list",
          "/oncall who",
          "/help",
          "/incident resolve %d");

  /**
   * @throws IOException also where Muster fails, or does not take the alert
   */
  void play() throws IOException, InterruptedException {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      for (var round = 1; round <= ROUNDS; round++) {
        for (var page : PAGES) {
          send(client, request(page).GET(), 500);
        }
        var alert = BodyPublishers.ofString(alert(round));
        send(client, request("v1/alerts/alertmanager", "demo").POST(alert), 300);
        for (var command : COMMANDS) {
          var text = command.formatted(round);
          var body = command(PEOPLE.get(round % PEOPLE.size()), text);
          var publisher = BodyPublishers.ofString(body);
          send(client, request("api/v1/commands", token).POST(publisher), 500);
        }
      }
    }
  }

  /** Neither word has anything in it that JSON would escape. */
  private static String command(String person, String text) {
    return "{\"as\": \"" + person + "\", \"channel\": \"incidents\", \"text\": \"" + text + "\"}";
  }

  private static String alert(int round) {
    return """
    {"version": "4", "groupKey": "{}:{alertname=\\"Rehearsed\\"}", "status": "firing",
     "receiver": "muster", "groupLabels": {"alertname": "Rehearsed"},
     "commonLabels": {"alertname": "Rehearsed"}, "commonAnnotations": {}, "externalURL": "",
     "alerts": [{"status": "firing", "fingerprint": "%016x", "startsAt": "2026-01-01T00:00:00Z",
     "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "", "annotations": {"summary": "One"},
     "labels": {"alertname": "Rehearsed", "severity": "warning", "instance": "host-%d"}}]}
    """
        .formatted(round, round);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder request(String path, String key) {
    return request(path)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", "application/json");
  }

  private static void send(HttpClient client, HttpRequest.Builder request, int good)
      throws IOException, InterruptedException {
    var built = request.build();
    var answer = client.send(built, BodyHandlers.ofString());
    if (answer.statusCode() >= good) {
      throw new IOException(built.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
  }
}
