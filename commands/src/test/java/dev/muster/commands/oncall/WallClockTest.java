package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallClockTest {

  @ParameterizedTest
  @CsvSource({
    "America/Chicago,     2020-03-08T01:59, 2020-03-08T01:59-06:00",
    "America/Chicago,     2020-03-08T02:00, 2020-03-08T03:00-05:00",
    "America/Chicago,     2020-03-08T02:30, 2020-03-08T03:00-05:00",
    "America/Chicago,     2020-03-08T03:00, 2020-03-08T03:00-05:00",
    "Australia/Lord_Howe, 2020-10-04T02:15, 2020-10-04T02:30+11:00",
    "Africa/Cairo,        2024-04-26T00:00, 2024-04-26T01:00+03:00",
    "Pacific/Apia,        2011-12-30T09:00, 2011-12-31T00:00+14:00",
    "Asia/Kathmandu,      1986-01-01T00:10, 1986-01-01T00:15+05:45",
  })
  void a_time_that_is_left_out_is_the_first_instant_after_the_gap(
      ZoneId zone, LocalDateTime time, OffsetDateTime expected) {
    assertThat(WallClock.first(time, zone)).isEqualTo(expected.toInstant());
    assertThat(WallClock.last(time, zone)).isEqualTo(expected.toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "America/Chicago,     2020-11-01T01:00, 2020-11-01T01:00-05:00, 2020-11-01T01:00-06:00",
    "America/Chicago,     2020-11-01T01:59, 2020-11-01T01:59-05:00, 2020-11-01T01:59-06:00",
    "America/Chicago,     2020-11-01T02:00, 2020-11-01T02:00-06:00, 2020-11-01T02:00-06:00",
    "America/Chicago,     2020-11-01T00:59, 2020-11-01T00:59-05:00, 2020-11-01T00:59-05:00",
    "Australia/Lord_Howe, 2021-04-04T01:45, 2021-04-04T01:45+11:00, 2021-04-04T01:45+10:30",
    "Australia/Lord_Howe, 2021-04-04T01:15, 2021-04-04T01:15+11:00, 2021-04-04T01:15+11:00",
    "Europe/Dublin,       2024-10-27T01:30, 2024-10-27T01:30+01:00, 2024-10-27T01:30+00:00",
    "America/Juneau,      1867-10-18T16:00, 1867-10-18T16:00+15:02:19, 1867-10-18T16:00-08:57:41",
  })
  void a_time_that_comes_twice_has_a_first_and_a_last(
      ZoneId zone, LocalDateTime time, OffsetDateTime first, OffsetDateTime last) {
    assertThat(WallClock.first(time, zone)).isEqualTo(first.toInstant());
    assertThat(WallClock.last(time, zone)).isEqualTo(last.toInstant());
  }

  @Test
  void in_an_hour_that_comes_again_the_clock_has_reached_its_end() {
    var chicago = ZoneId.of("America/Chicago");

    assertThat(WallClock.reached(Instant.parse("2020-11-01T06:59:00Z"), chicago))
        .isEqualTo("2020-11-01T01:59:00");
    assertThat(WallClock.reached(Instant.parse("2020-11-01T07:00:00Z"), chicago))
        .isEqualTo("2020-11-01T01:59:59.999999999");
    assertThat(WallClock.reached(Instant.parse("2020-11-01T08:00:00Z"), chicago))
        .isEqualTo("2020-11-01T02:00:00");
  }
}
