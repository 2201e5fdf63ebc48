package dev.muster.commands.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityScaleTest {

  private static final Severity HIGH = new Severity("P1", CanonicalSeverity.HIGH);
  private static final Severity LOW = new Severity("P2", CanonicalSeverity.LOW);

  private final SeverityScale scale = new SeverityScale(List.of(HIGH, LOW), Map.of());

  @ParameterizedTest
  @CsvSource({"CRITICAL, P1", "HIGH, P1", "MEDIUM, P1", "LOW, P2", "INFO, P2"})
  void a_severity_that_no_level_takes_goes_to_the_next_worse_or_to_the_worst(
      CanonicalSeverity canonical, String level) {
    assertThat(scale.of(canonical).name()).isEqualTo(level);
  }

  @Test
  void what_the_team_says_comes_first() {
    var own = new SeverityScale(List.of(HIGH, LOW), Map.of(CanonicalSeverity.MEDIUM, LOW));

    assertThat(own.of(CanonicalSeverity.MEDIUM)).isEqualTo(LOW);
  }

  @Test
  void a_scale_has_a_level() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SeverityScale(List.of(), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "CRITICAL, CRITICAL",
    "page, CRITICAL",
    "error, HIGH",
    "major, HIGH",
    "Warning, MEDIUM",
    "warn, MEDIUM",
    "minor, MEDIUM",
    "low, LOW",
    "none, INFO",
    "' informational ', INFO",
  })
  void the_words_of_senders_are_known_whatever_their_case(
      String word, CanonicalSeverity canonical) {
    assertThat(CanonicalSeverity.of(word)).contains(canonical);
  }

  @Test
  void a_word_that_says_nothing_is_none() {
    assertThat(CanonicalSeverity.of("banana")).isEmpty();
    assertThat(CanonicalSeverity.of("")).isEmpty();
  }
}
