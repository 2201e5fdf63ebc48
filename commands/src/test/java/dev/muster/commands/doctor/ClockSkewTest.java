package dev.muster.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewTest {

  @ParameterizedTest
  @CsvSource({
    "0, FINE, This machine's clock is within 3 s of Slack's.",
    "-3, FINE, This machine's clock is within 3 s of Slack's.",
    "14, WARNING, This machine's clock is 14 s ahead of Slack's. Late.",
    "-14, WARNING, This machine's clock is 14 s behind Slack's. Late.",
    "600, FAILED, This machine's clock is 10 min ahead of Slack's. Late."
  })
  void the_farther_the_worse(long seconds, Level level, String what) {
    var finding = new ClockSkew("Slack's", Duration.ofSeconds(seconds), "Late.").finding("Clock");

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.what()).isEqualTo(what);
    assertThat(finding.mend().isEmpty()).isEqualTo(level == Level.FINE);
  }
}
