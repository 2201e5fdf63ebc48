package dev.muster.commands.incident.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncidentQueryTest {

  @Test
  void a_name_with_quotes_can_be_read_again() {
    assertThat(IncidentQuery.OPEN.in("the \"old\" api").typed())
        .isEqualTo("/incident list open service:\"the \\\"old\\\" api\"");
  }
}
