package dev.muster.runbooks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0m, PT0S",
    "30s, PT30S",
    "15m, PT15M",
    "15 min, PT15M",
    "4h, PT4H",
    "7d, PT168H",
    "1 week, PT168H",
    "2 weeks, PT336H",
    "1h30m, PT1H30M",
    "1 day 12 hours, PT36H"
  })
  void reads_lengths_as_people_write_them(String text, Duration length) {
    assertThat(Durations.parse(text)).contains(length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "m", "30", "-5m", "1.5h", "1 month", "5m!", "9999999999s", "1hh"})
  void refuses_what_could_be_misread(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
