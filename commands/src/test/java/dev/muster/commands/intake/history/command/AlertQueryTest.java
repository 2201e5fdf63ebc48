package dev.muster.commands.intake.history.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.intake.history.AlertFilter;
import org.junit.jupiter.api.Test;

class AlertQueryTest {

  @Test
  void a_severity_of_two_words_stays_together() {
    assertThat(AlertQuery.FIRING.with(AlertFilter.ALL.withSeverity("Sev 1")).typed())
        .isEqualTo("/alert list severity:\"Sev 1\"");
  }
}
