package dev.muster.bot.chat.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  private static final Instant NOW = Instant.parse("2026-01-02T20:30:00Z");
  private static final Times NAIROBI = new Times(ZoneId.of("Africa/Nairobi"), NOW);

  @ParameterizedTest
  @CsvSource({
    "PT59S, just now",
    "PT4M, 4 min ago",
    "PT47H59M, 47 h ago",
    "PT48H, 2 d ago",
    "P30D, 30 d ago",
    "P31D, ''",
    "PT-30M, in 30 min"
  })
  void says_how_long_ago(Duration age, String words) {
    assertThat(NAIROBI.of(NOW.minus(age)).ago()).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T11:32:00Z, 14:32 EAT",
    "2026-01-01T22:30:00Z, 01:30 EAT",
    "2026-01-01T20:30:00Z, 1 Jan 23:30 EAT",
    "2025-12-31T20:30:00Z, 31 Dec 2025 23:30 EAT"
  })
  void names_the_day_where_it_is_not_today(Instant at, String words) {
    assertThat(NAIROBI.of(at).clock()).isEqualTo(words);
  }

  @Test
  void says_all_of_it_for_whoever_asks() {
    assertThat(NAIROBI.of(NOW).full())
        .isEqualTo("Friday 2 January 2026, 23:30:00 East Africa Time");
  }
}
