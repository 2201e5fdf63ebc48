package dev.muster.commands.oncall.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is Friday 6 March 2026, 14:30 in Chicago; the clocks go forward on Sunday. */
class AskedTimeTest {

  private final AskedTime times =
      new AskedTime(Instant.parse("2026-03-06T20:30:00Z"), ZoneId.of("America/Chicago"));

  @ParameterizedTest
  @CsvSource({
    "now,                       2026-03-06T20:30:00Z",
    "16:00,                     2026-03-06T22:00:00Z",
    "9:05,                      2026-03-06T15:05:00Z",
    "today,                     2026-03-06T06:00:00Z",
    "Today at 16:00,            2026-03-06T22:00:00Z",
    "tomorrow,                  2026-03-07T06:00:00Z",
    "yesterday 23:59,           2026-03-06T05:59:00Z",
    "sat,                       2026-03-07T06:00:00Z",
    "Sunday 02:30,              2026-03-08T08:00:00Z",
    "sunday 12:00,              2026-03-08T17:00:00Z",
    "fri 15:00,                 2026-03-06T21:00:00Z",
    "fri 14:00,                 2026-03-13T19:00:00Z",
    "tues,                      2026-03-10T05:00:00Z",
    "thu 10:00,                 2026-03-12T15:00:00Z",
    "2026-12-24,                2026-12-24T06:00:00Z",
    "2026-12-24 18:00,          2026-12-25T00:00:00Z",
    "2026-12-24T18:00,          2026-12-25T00:00:00Z",
    "2026-12-24t18:00+03:00,    2026-12-24T15:00:00Z",
    "2026-12-24 18:00:30Z,      2026-12-24T18:00:30Z",
    "in 30 min,                 2026-03-06T21:00:00Z",
    "in 3h,                     2026-03-06T23:30:00Z",
    "in 2 days,                 2026-03-08T19:30:00Z",
    "in 1 week,                 2026-03-13T19:30:00Z",
    "in 1 month,                2026-04-06T19:30:00Z",
    "'  in   2   days ',        2026-03-08T19:30:00Z",
  })
  void times_are_read_by_the_clock_of_who_asks(String text, Instant expected) {
    assertThat(times.parse(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "t",
        "at",
        "soon",
        "24:00",
        "12:60",
        "today 25:00",
        "2026-02-30",
        "in",
        "in days",
        "in 3 moons",
        "in 99999 days",
        "in 9999 months",
        "m",
        "mo",
        "+999999999-12-31T23:59+18:00",
        "1969-01-01",
        "2026-12-24T18:00+99:00",
        "primary"
      })
  void what_is_no_time_is_none(String text) {
    assertThat(times.parse(text)).isEmpty();
  }
}
