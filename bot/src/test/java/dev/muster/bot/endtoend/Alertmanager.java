package dev.muster.bot.endtoend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A real Alertmanager that sends to a Muster. Close it. */
record Alertmanager(Child child) implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("\"?Listening on\"? address=(127\\.0\\.0\\.1:\\d+)");

  static Alertmanager start(Path folder, MusterProcess muster) throws IOException {
    return start(folder, configuration(muster.url()));
  }

  /** With a configuration of one's own. */
  static Alertmanager start(Path folder, String text) throws IOException {
    var program = Needed.program("/usr/bin/prometheus-alertmanager", "prometheus-alertmanager");
    var configuration = folder.resolve("alertmanager.yml");
    Files.writeString(configuration, text);
    var builder =
        new ProcessBuilder(
            program.toString(),
            "--config.file=" + configuration,
            "--storage.path=" + folder.resolve("alertmanager"),
            "--web.listen-address=127.0.0.1:0",
            "--cluster.listen-address=");
    var alertmanager = new Alertmanager(Child.start(builder, LISTENING));
    alertmanager.child().address();
    return alertmanager;
  }

  /** As Prometheus does it when a rule begins to be true. */
  void fire(Map<String, String> labels, Instant startsAt) {
    send(alert(labels, startsAt));
  }

  /** As Prometheus does it when the rule is true no more. */
  void resolve(Map<String, String> labels, Instant startsAt) {
    var end = Instant.now().plus(Duration.ofMillis(1));
    send(alert(labels, startsAt).put("endsAt", end.toString()));
  }

  @Override
  public void close() {
    child.kill();
  }

  private void send(JsonObject alert) {
    var api = new MusterApi(URI.create("http://" + child.address() + "/"));
    var answer = api.post("/api/v2/alerts", new JsonArray().add(alert).encode());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer + ": " + answer.body());
    }
  }

  private static JsonObject alert(Map<String, String> labels, Instant startsAt) {
    return new JsonObject()
        .put("startsAt", startsAt.toString())
        .put("labels", new JsonObject(new TreeMap<>(labels)))
        .put("annotations", new JsonObject().put("summary", "The health check fails"))
        .put("generatorURL", "http://prometheus.example/graph");
  }

  private static String configuration(URI muster) {
    return """
    route:
      receiver: muster
      group_by: [alertname, service]
      group_wait: 0s
      group_interval: 1s
      repeat_interval: 1h
    receivers:
      - name: muster
        webhook_configs:
          - url: %s
            send_resolved: true
            http_config:
              authorization: {credentials: demo}
    """
        .formatted(muster.resolve("/v1/alerts/alertmanager"));
  }
}
