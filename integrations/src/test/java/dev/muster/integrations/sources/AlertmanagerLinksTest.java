package dev.muster.integrations.sources;

import static dev.muster.integrations.sources.Alertmanager.alert;
import static dev.muster.integrations.sources.Alertmanager.annotated;
import static dev.muster.integrations.sources.Alertmanager.batch;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerLinksTest {

  private static final String FORM = "https://am.example.com/#/silences/new?filter=";

  @Test
  void lead_to_the_rule_the_runbook_and_the_dashboard() {
    var alert =
        alert(
            """
            "generatorURL":"http://prom:9090/graph?g0.expr=up","annotations":{
            "runbook_url":"https://wiki.example.com/disk","dashboard":"https://g.example.com/d/1"}\
            """);

    assertThat(alert.links())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "source", "http://prom:9090/graph?g0.expr=up",
                "runbook", "https://wiki.example.com/disk",
                "dashboard", "https://g.example.com/d/1"));
  }

  @Test
  void prefer_the_dashboards_address_that_is_one() {
    assertThat(annotated("\"dashboard_url\":\"http://a/1\",\"dashboard\":\"http://b/2\"").links())
        .containsEntry("dashboard", "http://a/1");
    assertThat(annotated("\"dashboard_url\":\"d/1\",\"dashboard\":\"http://b/2\"").links())
        .containsEntry("dashboard", "http://b/2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/graph?x=1", "?orgId=1", "", "javascript:alert(1)", "http://:9093"})
  void are_absolute_or_absent(String url) {
    var batch =
        batch(
            "{\"externalURL\":\"%s\",\"alerts\":[{\"labels\":{\"a\":\"b\"},\"generatorURL\":\"%s\",\"annotations\":{\"runbook_url\":\"%s\"}}]}"
                .formatted(url, url, url));

    assertThat(batch.alerts().getFirst().links()).isEmpty();
  }

  @Test
  void lead_to_alertmanager_and_to_a_silence_of_exactly_this_alert() {
    var links = links("\"severity\":\"page\",\"alertname\":\"Disk full\"");

    assertThat(links)
        .containsEntry("alertmanager", "https://am.example.com")
        .containsEntry(
            "silence", FORM + "%7Balertname%3D%22Disk%20full%22%2C%20severity%3D%22page%22%7D");
  }

  @Test
  void write_matchers_as_alertmanagers_own_page_does() {
    var silence = links("\"a\":\"say \\\"hi\\\" \\\\ +1%\\n€\"").get("silence");

    assertThat(silence).startsWith(FORM).doesNotContain("+", " ");
    assertThat(URLDecoder.decode(silence.substring(FORM.length()), StandardCharsets.UTF_8))
        .isEqualTo("{a=\"say \\\"hi\\\" \\\\ +1%\\n€\"}");
  }

  @Test
  void have_no_silence_that_would_be_of_more_or_cannot_be_written() {
    assertThat(links("")).doesNotContainKey("silence");
    assertThat(links("\"a b\":\"c\"")).doesNotContainKey("silence");
    assertThat(links("\"a\":\"" + "x".repeat(2_000) + "\"")).doesNotContainKey("silence");
    assertThat(links("\"a\":\"" + "x".repeat(1_900) + "\"")).containsKey("silence");
  }

  private static Map<String, String> links(String labels) {
    return batch(
            "{\"externalURL\":\"https://am.example.com/\",\"alerts\":[{\"labels\":{"
                + labels
                + "}}]}")
        .alerts()
        .getFirst()
        .links();
  }
}
