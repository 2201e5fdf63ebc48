package dev.muster.integrations.sources;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertSource.Reading;
import dev.muster.integrations.sources.PagerDutyEventsSource.Opened;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is kept of an event, and what its sender is told of a wrong one. */
class PagerDutyEventsTest {

  private static AlertEvent read(byte[] body) {
    return switch (new PagerDutyEventsSource().read(body)) {
      case Reading.Readable(var batch) -> batch.alerts().getFirst();
      case Reading.Unreadable(var fault) -> throw new AssertionError(fault.describe());
    };
  }

  private static AlertEvent own(String file) throws IOException {
    return PayloadCase.own().stream()
        .filter(payload -> payload.name().equals(file))
        .map(payload -> read(payload.body()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_it_is_about_and_short_details_are_labels_for_routes_to_match() throws IOException {
    assertThat(own("pagerduty-trigger.json").labels())
        .containsOnly(
            entry("severity", "error"),
            entry("source", "srv01.example.org"),
            entry("component", "disk"),
            entry("group", "storage"),
            entry("class", "capacity"),
            entry("service", "uploads"),
            entry("used", "97"),
            entry("mounted", "true"));
  }

  @Test
  void longer_details_are_annotations_beside_the_client_and_the_time() throws IOException {
    assertThat(own("pagerduty-trigger.json").annotations())
        .containsOnly(
            entry("log", "line one\nline two"),
            entry("top", "[\"a\",\"b\"]"),
            entry("client", "Watcher"),
            entry("timestamp", "2026-03-14T08:15:30.500+0000"));
  }

  @Test
  void links_are_those_that_can_be_followed() throws IOException {
    assertThat(own("pagerduty-trigger.json").links())
        .containsOnly(
            entry("Runbook", "https://runbooks.example/disk"),
            entry("Runbook 2", "https://runbooks.example/disk2"),
            entry("client", "https://watcher.example/srv01"),
            entry("image", "https://watcher.example/disk.png"));
  }

  @Test
  void a_long_summary_is_kept_whole_behind_its_beginning() throws IOException {
    var event = own("pagerduty-odd.json");

    assertThat(event.title()).hasSize(250).endsWith("…");
    assertThat(event.summary()).contains("s".repeat(1024));
    assertThat(event.annotations()).containsEntry("custom_details", "just a text");
  }

  @Test
  void each_trigger_without_a_key_is_an_alert_of_its_own() throws IOException {
    var first = own("pagerduty-no-dedup-key.json").dedupKey();
    var second = own("pagerduty-no-dedup-key.json").dedupKey();

    assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
  }

  @Test
  void a_key_too_long_for_us_is_told_in_a_form_that_means_the_same() throws IOException {
    var told = own("pagerduty-odd.json").dedupKey();
    var again =
        read(("{\"event_action\":\"resolve\",\"dedup_key\":\"" + told + "\"}").getBytes(UTF_8));

    assertThat(again.dedupKey()).isEqualTo(told);
  }

  @Test
  void an_event_without_a_title_is_known_by_its_key() throws IOException {
    assertThat(own("pagerduty-acknowledge.json").name()).isEqualTo("d");
    assertThat(own("pagerduty-trigger.json").name()).startsWith("Disk of");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                           | 'event_action' is missing or blank",
        "{\"event_action\":\"trigger\"}               | 'payload' is missing or blank",
        "{\"event_action\":\"trigger\",\"payload\":7} | 'payload' is invalid (must be an object),"
            + " found a number",
        "{\"event_action\":\"acknowledge\"}           | 'dedup_key' is missing or blank",
        "{\"event_action\":\"close\"}                 | 'event_action' is invalid (must be one of"
            + " the following: 'trigger', 'acknowledge' or 'resolve'), found \"close\""
      },
      quoteCharacter = '`')
  void what_is_wrong_is_told_in_the_words_that_clients_know(String body, String error) {
    assertThat(PagerDutyEventsSource.errors(body.getBytes(UTF_8))).containsExactly(error);
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    var body = "{\"event_action\":\"trigger\",\"payload\":{\"severity\":\"bad\"}}".getBytes(UTF_8);

    assertThat(PagerDutyEventsSource.errors(body))
        .containsExactly(
            "'payload.summary' is missing or blank",
            "'payload.source' is missing or blank",
            "'payload.severity' is invalid (must be one of the following: 'critical', 'error',"
                + " 'warning' or 'info'), found \"bad\"");
    assertThat(PagerDutyEventsSource.errors("{".getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("cut short");
  }

  @Test
  void the_key_is_found_before_anything_else_is_right() {
    assertThat(PagerDutyEventsSource.open("{\"routing_key\":\"k\"}".getBytes(UTF_8)))
        .isEqualTo(new Opened.Event(Optional.of("k")));
    assertThat(PagerDutyEventsSource.open("{\"routing_key\":\" \"}".getBytes(UTF_8)))
        .isEqualTo(new Opened.Event(Optional.empty()));
    assertThat(PagerDutyEventsSource.open("[]".getBytes(UTF_8))).isInstanceOf(Opened.Broken.class);
  }
}
