package dev.muster.integrations.sources;

import static dev.muster.integrations.sources.Alertmanager.alert;
import static dev.muster.integrations.sources.Alertmanager.annotated;
import static dev.muster.integrations.sources.Alertmanager.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.CanonicalSeverity;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertmanagerAlertTest {

  @Test
  void is_called_by_its_alertname() {
    assertThat(labelled("\"alertname\":\" Disk {{full}} \"").title()).isEqualTo("Disk {{full}}");
  }

  @Test
  void is_called_by_the_best_that_there_is_when_it_has_no_alertname() {
    assertThat(alert("\"annotations\":{\"title\":\"T\",\"summary\":\"S\"}").title()).isEqualTo("S");
    assertThat(alert("\"annotations\":{\"title\":\"T\"}").title()).isEqualTo("T");
    assertThat(alert("\"labels\":{\"alertname\":null}").title()).isEqualTo("Alert");
    assertThat(labelled("\"alertname\":\" \"").title()).isEqualTo("Alert");
  }

  @Test
  void is_summed_up_by_the_first_annotation_that_does() {
    assertThat(annotated("\"message\":\"M\",\"description\":\"D\",\"summary\":\"S\"").summary())
        .contains("S");
    assertThat(annotated("\"message\":\"M\",\"description\":\"D\"").summary()).contains("D");
    assertThat(annotated("\"message\":\"M\",\"description\":\"\"").summary()).contains("M");
    assertThat(annotated("").summary()).isEmpty();
  }

  @Test
  void keeps_the_word_for_its_severity_as_sent() {
    var alert = labelled("\"severity\":\"Warning\"");

    assertThat(alert.severityRaw()).contains("Warning");
    assertThat(alert.severity()).contains(CanonicalSeverity.MEDIUM);
  }

  @Test
  void has_no_severity_when_its_word_says_nothing() {
    assertThat(labelled("\"severity\":\"sev-π\"").severityRaw()).contains("sev-π");
    assertThat(labelled("\"severity\":\"sev-π\"").severity()).isEmpty();
    assertThat(labelled("\"severity\":null").severityRaw()).isEmpty();
  }

  @Test
  void never_takes_its_severity_from_an_annotation() {
    assertThat(annotated("\"severity\":\"critical\"").severityRaw()).isEmpty();
  }

  @Test
  void keeps_labels_that_are_no_text_as_their_json() {
    var alert =
        labelled(
            "\"n\":12345678901234567890.10,\"b\":true,\"z\":null,\"o\":{\"a\": [1, \"x\"]},"
                + "\"s\":\"{{ $labels.x }} ${y} {z}\"");

    assertThat(alert.labels())
        .containsEntry("n", "12345678901234567890.10")
        .containsEntry("b", "true")
        .containsEntry("z", "null")
        .containsEntry("o", "{\"a\":[1,\"x\"]}")
        .containsEntry("s", "{{ $labels.x }} ${y} {z}");
  }

  @Test
  void never_expands_braces() {
    var alert = annotated("\"runbook_url\":\"https://wiki/{app}\",\"x\":\"{{ .Labels.a }}\"");

    assertThat(alert.annotations()).containsEntry("x", "{{ .Labels.a }}");
    assertThat(alert.links()).containsEntry("runbook", "https://wiki/{app}");
  }

  @Test
  void has_clean_texts_everywhere() {
    var alert =
        alert(
            "\"fingerprint\":\"f\\u0000\",\"labels\":{\"alertname\":\"A\\ud800\",\"k\\u0000\":\"\\udfff\","
                + "\"severity\":\"\\u0000\"},\"annotations\":{\"summary\":\"\\u0000S\"}");

    assertThat(alert.dedupKey()).isEqualTo("f\uFFFD");
    assertThat(alert.title()).isEqualTo("A\uFFFD");
    assertThat(alert.labels()).containsEntry("k\uFFFD", "\uFFFD");
    assertThat(alert.severityRaw()).contains("\uFFFD");
    assertThat(alert.summary()).contains("\uFFFDS");
  }

  @Test
  void bounds_the_length_of_its_texts() {
    var big = "💾".repeat(5_000);
    var alert =
        alert(
            "\"labels\":{\"alertname\":\"%s\",\"severity\":\"%s\",\"%s\":\"1\"},\"annotations\":{\"summary\":\"%s\"}"
                .formatted(big, big, big, big));

    assertThat(alert.title()).hasSizeLessThanOrEqualTo(250).endsWith("💾…");
    assertThat(alert.severityRaw().orElseThrow()).hasSizeLessThanOrEqualTo(100).endsWith("💾…");
    assertThat(alert.summary().orElseThrow()).hasSizeLessThanOrEqualTo(2_000).endsWith("💾…");
    assertThat(alert.labels().get("alertname")).hasSizeLessThanOrEqualTo(4_000).endsWith("💾…");
    assertThat(alert.labels().keySet()).allMatch(name -> name.length() <= 250);
  }

  @Test
  void keeps_its_first_hundred_labels() {
    var labels =
        IntStream.range(0, 150)
            .mapToObj(i -> "\"l%03d\":\"%d\"".formatted(i, i))
            .collect(Collectors.joining(","));

    assertThat(labelled(labels).labels()).hasSize(100).containsKeys("l000", "l099");
  }

  @Test
  void has_the_times_that_its_sender_means() {
    var alert =
        alert(
            "\"startsAt\":\"2026-03-01T10:00:00.123456789+0530\",\"endsAt\":\"0001-01-01T00:00:00Z\"");

    assertThat(alert.startsAt()).contains(Instant.parse("2026-03-01T04:30:00.123456789Z"));
    assertThat(alert.endsAt()).isEmpty();
  }

  @Test
  void is_not_lost_for_a_time_that_cannot_be_read() {
    var alert = alert("\"startsAt\":\"soon\",\"endsAt\":{\"a\":1}");

    assertThat(alert.startsAt()).isEmpty();
    assertThat(alert.endsAt()).isEmpty();
  }

  @Test
  void is_not_lost_for_annotations_that_are_no_object() {
    assertThat(alert("\"annotations\":[\"x\"]").annotations()).isEmpty();
  }
}
