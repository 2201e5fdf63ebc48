package dev.muster.integrations.sources.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.commands.alert.AlertBatch;
import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.Fault;
import dev.muster.integrations.sources.body.JsonReader;
import dev.muster.integrations.sources.body.UnreadableBody;
import dev.muster.integrations.sources.mapping.Mapping.Entries;
import dev.muster.integrations.sources.mapping.Mapping.Status;
import dev.muster.integrations.sources.mapping.Mapping.Times;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping of a team's own, for a tool that nobody has heard of. */
class MappedBodyTest {

  private static final String BODY =
      """
      {"zone": "eu", "batch": 7, "probes": [
        {"check": "ping", "node": {"name": "db-1", "tags": {"service": "db", "rack": 4, "off": null}},
         "result": 2, "at": 1773475200123, "page": "https://probe.example/1", "grade": "P1"},
        {"check": "http", "node": {"name": "web-1"}, "result": 0, "at": "2026-03-14T08:00:00Z"},
        {"check": "disk", "node": {"name": "web-2"}, "result": 9}]}
      """;

  private static final Mapping MAPPING =
      new Mapping(
          Optional.of(JsonPath.parse("$.probes[*]")),
          Words.of("{$.check} on {$.node.name}"),
          Words.of("In {$$.zone}: result {$.result}"),
          Words.of("{$.check}/{$.node.name}"),
          Words.of("$.batch"),
          new Status(
              Words.of("$.result"),
              Map.of("2", AlertStatus.FIRING, "0", AlertStatus.RESOLVED, "*", AlertStatus.UNKNOWN)),
          Words.of("$.grade"),
          new Times(Words.of("$.at"), Words.NONE),
          new Entries(
              Optional.of(JsonPath.parse("$.node.tags")),
              Map.of("host", Words.of("$.node.name"), "team", Words.of("infra"))),
          Entries.NONE,
          Map.of("dashboard", Words.of("$.page")));

  private static AlertBatch read(String body, Mapping mapping) {
    return MappedBody.read(JsonReader.read(body.getBytes(UTF_8)), mapping);
  }

  private static Fault fault(String body, Mapping mapping) {
    var broken = catchThrowableOfType(UnreadableBody.class, () -> read(body, mapping));
    return broken.fault();
  }

  @Test
  void each_item_is_an_alert_with_what_the_mapping_says() {
    var batch = read(BODY, MAPPING);
    var first = batch.alerts().getFirst();

    assertThat(batch.groupKey()).contains("7");
    assertThat(batch.alerts())
        .extracting(AlertEvent::title)
        .containsExactly("ping on db-1", "http on web-1", "disk on web-2");
    assertThat(batch.alerts())
        .extracting(AlertEvent::status)
        .containsExactly(AlertStatus.FIRING, AlertStatus.RESOLVED, AlertStatus.UNKNOWN);
    assertThat(batch.alerts())
        .extracting(AlertEvent::dedupKey)
        .containsExactly("ping/db-1", "http/web-1", "disk/web-2");
    assertThat(first.summary()).contains("In eu: result 2");
    assertThat(first.severityRaw()).contains("P1");
    assertThat(first.startsAt()).contains(Instant.parse("2026-03-14T08:00:00.123Z"));
    assertThat(first.labels())
        .containsOnly(
            entry("service", "db"),
            entry("rack", "4"),
            entry("host", "db-1"),
            entry("team", "infra"));
    assertThat(first.links()).containsOnly(entry("dashboard", "https://probe.example/1"));
  }

  @Test
  void the_same_title_is_the_same_alert_where_nothing_else_is_said() {
    var firing = read("{\"title\":\"a\",\"status\":\"down\"}", ReadyMappings.named().get("plain"));
    var over = read("{\"title\":\"a\",\"status\":\"up\"}", ReadyMappings.named().get("plain"));

    assertThat(over.alerts().getFirst().status()).isEqualTo(AlertStatus.RESOLVED);
    assertThat(over.alerts().getFirst().dedupKey())
        .isEqualTo(firing.alerts().getFirst().dedupKey());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                          | ``                | leads to nothing",
        "{\"probes\":{}}             | /probes           | expected an array, found an object",
        "{\"probes\":[{\"check\":1}]} | /probes/0        | what the alert is about"
      })
  void a_body_that_the_mapping_does_not_fit_is_a_fault_with_its_place(
      String body, String pointer, String reason) {
    assertThat(fault(body, MAPPING).pointer()).contains(pointer);
    assertThat(fault(body, MAPPING).reason()).contains(reason);
  }

  @Test
  void an_unknown_status_says_how_to_teach_it() {
    var fault = fault("{\"title\":\"t\",\"state\":\"odd\"}", ReadyMappings.named().get("plain"));

    assertThat(fault.pointer()).contains("/state");
    assertThat(fault.reason()).contains("\"odd\"", "`statusMap`", "replay");
  }

  @Test
  void no_items_are_no_alerts() {
    assertThat(read("{\"probes\":[]}", MAPPING).alerts()).isEmpty();
  }
}
