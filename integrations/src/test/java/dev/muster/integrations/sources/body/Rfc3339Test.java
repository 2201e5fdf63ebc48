package dev.muster.integrations.sources.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  @ParameterizedTest
  @CsvSource({
    "2026-02-28T09:30:00Z, 2026-02-28T09:30:00Z",
    "2016-08-01T13:27:08.008+03:00, 2016-08-01T10:27:08.008Z",
    "2017-08-03T15:17:37.804-04:00, 2017-08-03T19:17:37.804Z",
    "2021-01-07T08:38:00.032813093Z, 2021-01-07T08:38:00.032813093Z",
    "2021-01-07T08:38:00.1234567899Z, 2021-01-07T08:38:00.123456789Z",
    "2026-11-21T23:59:59+0000, 2026-11-21T23:59:59Z",
    "2026-11-21T23:59:59-0930, 2026-11-22T09:29:59Z",
    "2024-02-29t12:00:00z, 2024-02-29T12:00:00Z",
    "2024-02-29 12:00:00Z, 2024-02-29T12:00:00Z",
    "1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
  })
  void reads_times_with_an_offset(String text, Instant instant) {
    assertThat(Rfc3339.parse(text)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:59:59+01:00",
        "9999-12-31T23:59:59-00:01",
        "10000-01-01T00:00:00Z",
      })
  void takes_times_that_nobody_means_for_none(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "1609459200",
        "2026-02-28",
        "2026-02-28T09:30:00",
        "2026-02-29T09:30:00Z",
        "2026-13-01T09:30:00Z",
        "2026-00-01T09:30:00Z",
        "2026-01-00T09:30:00Z",
        "2026-01-01T24:00:00Z",
        "2026-01-01T23:60:00Z",
        "2026-01-01T23:59:00.Z",
        "2026-01-01T23:59:00Zulu",
        "2026-01-01T23:59:00+1",
        "2026-01-01T23:59:00+01:0",
        "2026/01/01T23:59:00Z",
        "２０２６-01-01T23:59:00Z",
        "-026-01-01T23:59:00Z",
      })
  void takes_what_is_no_time_for_none(String text) {
    assertThat(Rfc3339.parse(text)).isEmpty();
  }

  @Test
  void reads_what_java_writes() {
    var seed = System.nanoTime();
    System.out.println("Rfc3339Test seed " + seed);
    var random = new Random(seed);
    for (var round = 0; round < 2_000; round++) {
      var instant =
          Instant.ofEpochSecond(random.nextLong(253_402_214_400L), random.nextInt(1_000_000_000));
      var offset = ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60 + 1));
      var text =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, offset));

      if (text.startsWith("-") || text.startsWith("+")) {
        continue;
      }
      assertThat(Rfc3339.parse(text)).as("seed %d: %s", seed, text).contains(instant);
    }
  }
}
