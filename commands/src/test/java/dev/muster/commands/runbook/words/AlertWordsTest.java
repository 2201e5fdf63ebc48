package dev.muster.commands.runbook.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runbooks.language.Triggers.ByAlert;
import dev.muster.runbooks.language.Triggers.Mode;
import dev.muster.runbooks.trigger.AlertFacts;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertWordsTest {

  private static final AlertFacts ALERT =
      new AlertFacts(
          1,
          "HighErrorRate",
          "critical",
          "",
          "f",
          Map.of("service", "api"),
          Map.of(),
          "",
          Instant.EPOCH);

  private static ByAlert trigger(String... match) {
    var labels =
        match.length == 2
            ? Map.of(match[0], match[1])
            : Map.of(match[0], match[1], match[2], match[3]);
    return new ByAlert(labels, Mode.SUGGEST, Map.of());
  }

  @Test
  void alternatives_are_named_and_no_expression_is_shown() {
    assertThat(AlertWords.when(trigger("alertname", "=~high_error_rate|HighErrorRate")))
        .isEqualTo("the alert is high_error_rate or HighErrorRate");
  }

  @Test
  void the_name_comes_first() {
    assertThat(AlertWords.when(trigger("alertname", "service_down", "Env", "prod")))
        .isEqualTo("the alert is service_down and Env is prod");
  }

  @Test
  void what_cannot_be_said_in_words_is_shown_as_an_expression() {
    assertThat(AlertWords.when(trigger("service", "=~api-.*"))).isEqualTo("service is like api-.*");
  }

  @Test
  void the_reason_names_the_alert_that_came() {
    assertThat(
            AlertWords.because(
                trigger("alertname", "=~high_error_rate|HighErrorRate", "service", "=~a.*"), ALERT))
        .isEqualTo("the alert is HighErrorRate and service is api");
  }
}
