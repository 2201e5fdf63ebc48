package dev.muster.integrations.sources;

import static dev.muster.integrations.sources.Alertmanager.batch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerGroupTest {

  @Test
  void an_odd_status_costs_its_own_alert_only() {
    var batch =
        batch(
            """
            {"version":"4","status":"burning","alerts":[{"status":"burning"},{"status":"firing"}]}\
            """);

    assertThat(batch.alerts())
        .extracting(AlertEvent::status)
        .containsExactly(AlertStatus.UNKNOWN, AlertStatus.FIRING);
  }

  @Test
  void each_alert_has_its_own_status_and_the_group_another() {
    var batch =
        batch(
            """
            {"version":"4","status":"firing","alerts":[
              {"status":"resolved"},{"status":"firing"},{"status":"resolved"}]}\
            """);

    assertThat(batch.status()).isEqualTo(AlertStatus.FIRING);
    assertThat(batch.alerts())
        .extracting(AlertEvent::status)
        .containsExactly(AlertStatus.RESOLVED, AlertStatus.FIRING, AlertStatus.RESOLVED);
  }

  @ParameterizedTest
  @CsvSource({
    "firing, FIRING",
    "Resolved, RESOLVED",
    "acknowledged, ACKNOWLEDGED",
    "suppressed, SUPPRESSED",
  })
  void reads_the_words_for_a_status(String word, AlertStatus status) {
    var batch = batch("{\"status\":\"%s\",\"alerts\":[{\"status\":\"%s\"}]}".formatted(word, word));

    assertThat(batch.status()).isEqualTo(status);
    assertThat(batch.alerts().getFirst().status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "resolved, firing, FIRING",
    "resolved, resolved, RESOLVED",
    "resolved, suppressed, UNKNOWN",
  })
  void a_group_without_a_status_fires_while_any_alert_does(
      String first, String second, AlertStatus status) {
    var body = "{\"alerts\":[{\"status\":\"%s\"},{\"status\":\"%s\"}]}".formatted(first, second);

    assertThat(batch(body).status()).isEqualTo(status);
  }

  @Test
  void an_alert_without_a_status_has_the_groups() {
    var batch = batch("{\"status\":\"resolved\",\"alerts\":[{},{\"status\":\"firing\"}]}");

    assertThat(batch.alerts())
        .extracting(AlertEvent::status)
        .containsExactly(AlertStatus.RESOLVED, AlertStatus.FIRING);
  }

  @Test
  void an_alert_fires_when_nobody_says_anything_else() {
    assertThat(batch("{\"alerts\":[{}]}").alerts().getFirst().status())
        .isEqualTo(AlertStatus.FIRING);
  }

  @Test
  void an_empty_group_is_readable() {
    assertThat(batch("{\"version\":\"4\",\"alerts\":[]}").alerts()).isEmpty();
    assertThat(batch("{\"version\":\"4\",\"alerts\":null}").alerts()).isEmpty();
    assertThat(batch("{\"version\":\"4\"}").status()).isEqualTo(AlertStatus.UNKNOWN);
  }

  @Test
  void the_group_key_is_kept_exactly_whether_text_or_number() {
    assertThat(batch("{\"alerts\":[],\"groupKey\":\"{}:{alertname=\\\"X\\\"}\"}").groupKey())
        .contains("{}:{alertname=\"X\"}");
    assertThat(batch("{\"alerts\":[],\"groupKey\":15615590933959184469}").groupKey())
        .contains("15615590933959184469");
    assertThat(batch("{\"alerts\":[]}").groupKey()).isEmpty();
    assertThat(batch("{\"alerts\":[],\"groupKey\":\" \"}").groupKey()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12, 12", "0, 0", "\"7\", 7", "99999999999, 2147483647"})
  void says_how_many_alerts_were_left_out(String sent, int truncated) {
    assertThat(batch("{\"alerts\":[],\"truncatedAlerts\":" + sent + "}").truncated())
        .isEqualTo(truncated);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "null", "1.5", "\"many\"", "true", "[2]", "1e30"})
  void takes_a_number_of_left_out_alerts_that_is_none_for_zero(String sent) {
    assertThat(batch("{\"alerts\":[],\"truncatedAlerts\":" + sent + "}").truncated()).isZero();
  }

  @Test
  void the_common_severity_serves_alerts_that_have_none() {
    var batch =
        batch(
            """
            {"commonLabels":{"severity":"page"},
             "alerts":[{"labels":{"severity":"Warning"}},{"labels":{"severity":" "}},{}]}\
            """);

    assertThat(batch.alerts())
        .extracting(alert -> alert.severityRaw().orElse("none"))
        .containsExactly("Warning", "page", "page");
  }

  @Test
  void the_group_gives_a_title_to_an_alert_that_has_none() {
    var batch = batch("{\"groupLabels\":{\"job\":\"api\",\"zone\":1},\"alerts\":[{}]}");

    assertThat(batch.title()).isEqualTo("job=api, zone=1");
  }
}
