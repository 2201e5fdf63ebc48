package dev.muster.commands.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT-5S, 0 s",
    "PT0S, 0 s",
    "PT40.9S, 40 s",
    "PT59S, 59 s",
    "PT1M, 1 min",
    "PT26M59S, 26 min",
    "PT1H, 1 h",
    "PT2H5M, 2 h 5 min",
    "PT23H59M, 23 h 59 min",
    "P1D, 1 d",
    "P3DT4H30M, 3 d 4 h",
    "P400D, 400 d",
  })
  void a_duration_is_said_in_its_two_largest_units(Duration duration, String words) {
    assertThat(Words.duration(duration)).isEqualTo(words);
  }

  @Test
  void one_of_a_kind_is_singular() {
    assertThat(Words.count(0, "alert")).isEqualTo("0 alerts");
    assertThat(Words.count(1, "alert")).isEqualTo("1 alert");
    assertThat(Words.count(2, "alert")).isEqualTo("2 alerts");
  }

  @Test
  void echoes_what_is_typed_up_to_a_length_and_cuts_no_character_in_two() {
    assertThat(Words.echo("x".repeat(60))).isEqualTo("x".repeat(60));
    assertThat(Words.echo("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
    assertThat(Words.echo("x".repeat(59) + "🔥 on fire")).isEqualTo("x".repeat(59) + "…");
  }
}
