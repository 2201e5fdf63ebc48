package dev.muster.bot.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.integrations.sources.Sources;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A sender's own shape, taught by the configuration. */
class MappingTest {

  private static AlertBatch read(String mapping, String body) {
    var config =
        Configs.with(
            """
            routes: [{notify: ["channel:alerts"]}]
            integrations:
              uptime:
                source: generic
                key: "${env:KEY:-k}"
                mapping:%s
            """
                .formatted(mapping));
    var sender =
        new Senders(() -> config, InstantSource.system()).find("generic", "k").orElseThrow();
    return switch (sender.source().read(body.getBytes(UTF_8))) {
      case Reading.Readable(var batch) -> batch;
      case Reading.Unreadable(var fault) -> throw new AssertionError(fault.describe());
    };
  }

  @Test
  void every_part_can_be_taught() {
    var batch =
        read(
            """

                  forEach: $.checks
                  title: "{$.name} on {$.host}"
                  summary: [$.text, $$.text]
                  dedup: $.nr
                  group: $.run
                  status: $.ok
                  statusMap: {"true": resolved, "false": firing}
                  severity: $.prio
                  startsAt: $.since
                  labels: {"*": $.tags, team: infra}
                  annotations: {note: $.note}
                  links: {dashboard: $.url}
            """,
            """
            {"run": 5, "text": "both", "checks": [
              {"name": "ping", "host": "a", "nr": 1, "ok": false, "prio": "P2", "since": 1773475200,
               "tags": {"service": "db"}, "note": "n", "url": "https://example.org/1"},
              {"name": "http", "host": "b", "nr": 2, "ok": true}]}
            """);

    var first = batch.alerts().getFirst();
    assertThat(batch.groupKey()).contains("5");
    assertThat(batch.alerts())
        .extracting(AlertEvent::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED);
    assertThat(first.title()).isEqualTo("ping on a");
    assertThat(first.dedupKey()).isEqualTo("1");
    assertThat(first.summary()).contains("both");
    assertThat(first.severityRaw()).contains("P2");
    assertThat(first.startsAt()).isPresent();
    assertThat(first.labels()).isEqualTo(Map.of("service", "db", "team", "infra"));
    assertThat(first.annotations()).isEqualTo(Map.of("note", "n"));
    assertThat(first.links()).isEqualTo(Map.of("dashboard", "https://example.org/1"));
  }

  @Test
  void a_ready_mapping_is_taken_by_its_name() {
    var alert = read(" goalert", "{\"summary\": \"s\", \"action\": \"whatever\"}").alerts();

    assertThat(alert.getFirst().status()).isEqualTo(AlertStatus.FIRING);
    assertThat(alert.getFirst().title()).isEqualTo("s");
  }

  @Test
  void without_one_the_body_is_known_by_its_names() {
    var config =
        Configs.with(
            """
            routes: [{notify: ["channel:alerts"]}]
            integrations: {any: {source: generic, key: "${env:KEY:-k}"}}
            """);
    var senders = new Senders(() -> config, InstantSource.system());

    assertThat(senders.find("generic", "k")).isEqualTo(senders.named("any")).isPresent();
    assertThat(senders.named("any").orElseThrow().source())
        .isSameAs(Sources.find("generic").orElseThrow());
    assertThat(senders.named("other")).isEmpty();
    assertThat(Set.copyOf(Sources.names())).contains("generic", "pagerduty-events-v2");
  }
}
