package dev.muster.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The rules and the dashboard that we ship look at what Muster really tells. */
class MetricsIT {

  private static final Path RULES = Path.of("deploy/prometheus-rules.yaml");
  private static final Path DASHBOARD = Path.of("deploy/grafana-dashboard.json");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern METRIC =
      Pattern.compile("\\b(muster|hikaricp|jvm|process|system)_[a-z0-9_]+");
  private static final String ALERT =
      """
      {"version": "4", "status": "firing", "groupKey": "{}:{alertname=\\"service_down\\"}",
       "alerts": [{"status": "firing", "startsAt": "2026-11-21T05:20:00Z",
         "labels": {"alertname": "service_down", "service": "api", "severity": "critical"}}]}
      """;

  @RegisterExtension final Musters musters = new Musters();
  @TempDir Path folder;

  @Test
  void every_metric_in_the_rules_and_on_the_dashboard_is_exported() throws IOException {
    var api = MusterApi.of(musters.startOn(folder));
    assertThat(api.alert(ALERT).statusCode()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.ask("/metrics").body())
                .contains("muster_incidents_open{severity=\"critical\"} 1"));

    var exported = exported(api.ask("/metrics").body());

    assertThat(named(expressions())).hasSizeGreaterThan(15).isSubsetOf(exported);
  }

  @Test
  void figures_are_right_after_one_webhook() {
    var api = MusterApi.of(musters.startOn(folder));
    assertThat(api.alert(ALERT).statusCode()).isEqualTo(202);
    assertThat(api.alert("no webhook").statusCode()).isEqualTo(400);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.ask("/metrics").body())
                .contains(
                    "\nmuster_ready 1",
                    "\nmuster_database_up 1",
                    "\nmuster_intake_seconds_count{status=\"202\"} 1",
                    "\nmuster_intake_seconds_count{status=\"400\"} 1",
                    "\nmuster_intake_seconds_bucket{status=\"202\",le=\"10.0\"} 1",
                    "\nmuster_intake_committed_total 1",
                    "\nmuster_intake_commits_total 1",
                    "\nmuster_intake_waiting 0",
                    "\nmuster_webhooks_total{outcome=\"unreadable\",source=\"alertmanager\"} 1",
                    "\nmuster_work_failures_total{task=\"upkeep\"} 0",
                    "\nmuster_work_due{task=\"refresh-post\"} 0",
                    "\nmuster_silences_active 0",
                    "\nmuster_runs_open{state=\"needs-attention\"} 0",
                    "\nmuster_runs_attention_seconds 0",
                    "\nmuster_runs_ended_total{standing=\"failed\"} 0",
                    "\nmuster_glass_reviews_open 0",
                    "\nmuster_glass_reviews_seconds 0",
                    "\nmuster_alerts_silenced 0",
                    "\nmuster_live_streams 0"));
  }

  @Test
  void what_is_silenced_is_counted() {
    var api = MusterApi.of(musters.startOn(folder));
    api.command("devops", "/alert silence service=api 2h The API is being moved");
    assertThat(api.alert(ALERT).statusCode()).isEqualTo(202);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.ask("/metrics").body())
                .contains("\nmuster_silences_active 1", "\nmuster_alerts_silenced 1"));
  }

  @Test
  void a_run_is_counted_while_it_waits_and_when_it_ends() {
    var api = MusterApi.of(musters.startOn(folder));
    api.command("devops", "/runbook run emergency-first-minutes");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.ask("/metrics").body())
                .contains(
                    "\nmuster_runs_open{state=\"waiting\"} 1",
                    "\nmuster_runs_ended_total{standing=\"cancelled\"} 0"));

    api.command("devops", "/runbook cancel 1");

    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(api.ask("/metrics").body())
                .contains(
                    "\nmuster_runs_open{state=\"waiting\"} 0",
                    "\nmuster_runs_ended_total{standing=\"cancelled\"} 1",
                    "\nmuster_runs_steps_total{outcome=\"skipped\"} 1"));
  }

  @Test
  void promtool_accepts_the_rules() throws IOException, InterruptedException {
    var promtool = Needed.program("/usr/bin/promtool", "prometheus");
    var process =
        new ProcessBuilder(promtool.toString(), "check", "rules", RULES.toString())
            .redirectErrorStream(true)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  @Test
  void every_alert_says_what_is_wrong_and_what_to_do() throws IOException {
    var rules = Files.readString(RULES);

    var alerts = count(rules, "- alert: ");

    assertThat(alerts).isGreaterThan(10);
    assertThat(count(rules, "summary: ")).isEqualTo(alerts);
    assertThat(count(rules, "description: ")).isEqualTo(alerts);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /** What is asked of Prometheus, line by line. */
  private static String expressions() throws IOException {
    var rules =
        Files.readString(RULES)
            .lines()
            .filter(line -> line.strip().startsWith("expr: "))
            .collect(Collectors.joining("\n"));
    var panels = new JsonObject(Files.readString(DASHBOARD)).getJsonArray("panels");
    var queries =
        panels.stream()
            .flatMap(panel -> ((JsonObject) panel).getJsonArray("targets").stream())
            .map(target -> ((JsonObject) target).getString("expr"))
            .collect(Collectors.joining("\n"));
    return rules + "\n" + queries;
  }

  private static Set<String> named(String expressions) {
    var named = new TreeSet<String>();
    var found = METRIC.matcher(expressions);
    while (found.find()) {
      named.add(found.group());
    }
    return named;
  }

  private static Set<String> exported(String scrape) {
    return scrape
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }
}
