package dev.muster.integrations.sources;

import static dev.muster.integrations.sources.Alertmanager.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.alert.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerFaultsTest {

  @Test
  void of_the_json_have_a_line_and_a_column() {
    assertThat(fault("{\"version\":\"4\",\n\"alerts\":[{]}").position())
        .contains(new Fault.Position(2, 12));
    assertThat(fault("").describe())
        .isEqualTo("line 1, column 1: the body is empty; expected JSON");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``      | {}                                | neither \"alerts\" nor \"version\"",
        "``      | {\"alerts\":null}                 | neither \"alerts\" nor \"version\"",
        "``      | {\"alert\":{}}                    | needs Alertmanager's shape",
        "``      | []                                | Prometheus sends such lists",
        "``      | \"x\"                             | found a string",
        "``      | 12                                | found a number",
        "``      | null                              | found null",
        "/alerts | {\"alerts\":{}}                   | expected an array, found an object",
        "/alerts | {\"version\":\"4\",\"alerts\":\"\"} | expected an array, found a string",
        "/alerts | {\"alerts\":false}                | expected an array, found a boolean",
        "/alerts/1 | {\"alerts\":[{},[]]}            | expected an object, found an array",
        "/alerts/0 | {\"alerts\":[null]}             | expected an object, found null",
        "/alerts/1/labels | {\"alerts\":[{},{\"labels\":[]}]} | expected an object, found an array",
      })
  void of_the_shape_have_a_pointer(String pointer, String body, String reason) {
    var fault = fault(body);

    assertThat(fault.pointer()).contains(pointer);
    assertThat(fault.reason()).contains(reason);
  }

  @Test
  void say_when_a_message_for_slack_arrives() {
    assertThat(fault("{\"channel\":\"#ops\",\"attachments\":[]}").reason()).contains("for Slack");
    assertThat(fault("{\"text\":\"hello\"}").reason()).contains("webhook_configs");
  }

  @Test
  void say_when_grafanas_webhook_arrives() {
    assertThat(fault("{\"ruleId\":7,\"state\":\"alerting\",\"title\":\"T\"}").reason())
        .contains("Grafana's legacy alerting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"fire\"        | found \"fire\"; did you mean \"firing\"?",
        "\"Fireing\"     | found \"Fireing\"; did you mean \"firing\"?",
        "\"alerting\"    | found \"alerting\"; did you mean \"firing\"?",
        "\"resolve\"     | found \"resolve\"; did you mean \"resolved\"?",
        "\"OK\"          | found \"OK\"; did you mean \"resolved\"?",
        "\"pending\"     | found \"pending\"",
        "\"a\\nb\"       | found \"a\\nb\"",
        "7               | found a number",
        "true            | found a boolean",
        "{\"state\":\"x\"} | found an object",
      })
  void say_which_status_was_meant(String status, String found) {
    var reason = "expected \"firing\" or \"resolved\", " + found;

    assertThat(fault("{\"status\":%s,\"alerts\":[]}".formatted(status)))
        .isEqualTo(Fault.at("/status", reason));
    assertThat(fault("{\"alerts\":[{\"status\":%s}]}".formatted(status)))
        .isEqualTo(Fault.at("/alerts/0/status", reason));
  }

  @Test
  void cut_a_status_that_is_very_long() {
    var fault = fault("{\"status\":\"" + "x".repeat(5_000) + "\",\"alerts\":[]}");

    assertThat(fault.reason()).hasSizeLessThan(100).endsWith("x…\"");
  }

  @Test
  void say_what_to_do_about_more_alerts_than_a_body_may_hold() {
    var fault = fault("{\"alerts\":[" + "{},".repeat(20_000) + "{}]}");

    assertThat(fault.pointer()).contains("/alerts");
    assertThat(fault.reason()).contains("at most 20000", "max_alerts");
  }
}
