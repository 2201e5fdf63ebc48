package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.bot.config.SampleRules;
import dev.muster.bot.config.SampleRules.Rule;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the sample, from a real Alertmanager with the sample's own configuration. */
class LearnhubRulesIT {

  private static final Path SAMPLE = Path.of("../runbooks/samples/learnhub");
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** It mutes others, so it fires last. */
  private static final String MUTES = "database_down";

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  private final Instant began = Instant.now();

  @Test
  void promtool_accepts_the_rules_and_finds_each_threshold_where_it_is_said_to_be()
      throws Exception {
    var promtool = Needed.program("/usr/bin/promtool", "prometheus");

    run(promtool.toString(), "check", "rules", "prometheus-rules.yaml");
    run(promtool.toString(), "test", "rules", "prometheus-tests.yaml");
  }

  @Test
  void each_rules_alert_reaches_its_severity_and_channel() throws IOException {
    var rules = SampleRules.read();
    var muster = musters.startOn(folder.resolve("data"));
    var api = MusterApi.of(muster);
    try (var alertmanager = Alertmanager.start(folder, configuration(muster))) {
      rules.stream()
          .filter(rule -> !rule.name().equals(MUTES))
          .forEach(rule -> fire(alertmanager, rule));
      await().atMost(PATIENCE).until(() -> api.all("alerts").size() == rules.size() - 1);
      rules.stream()
          .filter(rule -> rule.name().equals(MUTES))
          .forEach(rule -> fire(alertmanager, rule));
      await().atMost(PATIENCE).until(() -> api.all("alerts").size() == rules.size());

      var reached = api.all("alerts").stream().map(alert -> reached(api, alert)).sorted().toList();

      System.out.println(String.join("\n", reached));
      assertThat(reached).containsExactlyElementsOf(expected(rules));
    }
  }

  private static List<String> expected(List<Rule> rules) {
    return rules.stream()
        .map(rule -> line(rule.name(), rule.severity(), SampleRules.channel(rule)))
        .sorted()
        .toList();
  }

  private static String reached(MusterApi api, JsonObject alert) {
    var incident = api.get("/api/v1/incidents/" + alert.getLong("incidentId"));
    return line(
        alert.getJsonObject("labels").getString("alertname"),
        incident.getString("severity"),
        incident.getString("channel"));
  }

  private static String line(String alert, String severity, String channel) {
    return "%-26s %-9s #%s".formatted(alert, severity, channel);
  }

  /** Each on a machine of its own, so that none mutes its neighbour. */
  private void fire(Alertmanager alertmanager, Rule rule) {
    var labels = new TreeMap<>(rule.labels());
    labels.put("instance", "on-" + rule.name());
    labels.putIfAbsent("service", "of-" + rule.name());
    alertmanager.fire(labels, began);
  }

  private static String configuration(MusterProcess muster) throws IOException {
    var text = Files.readString(SAMPLE.resolve("alertmanager.yaml"));
    return text.replaceFirst("https://muster\\S+", muster.url() + "v1/alerts/alertmanager")
        .replaceFirst("credentials_file: \\S+", "credentials: demo")
        .replace("group_wait: 10s", "group_wait: 0s");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).directory(SAMPLE.toFile()).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }
}
