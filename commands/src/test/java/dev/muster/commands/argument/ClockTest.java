package dev.muster.commands.argument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.commands.testing.People;
import dev.muster.commands.testing.TestClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** It is 13:00 on Monday, 2 March 2026, in Nairobi. */
class ClockTest {

  private static final Asker ASKER = new Asker(People.DEVOPS, TestClock.START);

  @ParameterizedTest
  @CsvSource({
    "30m, 2026-03-02T10:30:00Z",
    "in 1h30m, 2026-03-02T11:30:00Z",
    "2 hours, 2026-03-02T12:00:00Z",
    "1 d 4 h, 2026-03-03T14:00:00Z",
    "14:32, 2026-03-02T11:32:00Z",
    "9:05, 2026-03-03T06:05:00Z",
    "14:32 UTC, 2026-03-02T14:32:00Z",
    "14:32+01:00, 2026-03-02T13:32:00Z",
    "14:32 Europe/Berlin, 2026-03-02T13:32:00Z",
    "tomorrow 08:00, 2026-03-03T05:00:00Z",
    "7:00 pm, 2026-03-02T16:00:00Z",
    "7PM, 2026-03-02T16:00:00Z",
    "12:30 a.m., 2026-03-02T21:30:00Z",
    "12 pm, 2026-03-03T09:00:00Z",
    "2:32 pm America/New_York, 2026-03-02T19:32:00Z",
    "14:32 America/New_York, 2026-03-02T19:32:00Z",
    "2026-03-05 14:32, 2026-03-05T11:32:00Z",
    "2026-03-05T14:32Z, 2026-03-05T14:32:00Z",
    "2026-03-05T14:32:10+03:00, 2026-03-05T11:32:10Z"
  })
  void the_future_is_read(String text, Instant expected) {
    assertThat(Readers.future().read(text, ASKER)).isEqualTo(new Value.Good<>(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "30m, 2026-03-02T09:30:00Z",
    "30m ago, 2026-03-02T09:30:00Z",
    "-30m, 2026-03-02T09:30:00Z",
    "now, 2026-03-02T10:00:00Z",
    "12:40, 2026-03-02T09:40:00Z",
    "23:10, 2026-03-01T20:10:00Z",
    "yesterday 14:32, 2026-03-01T11:32:00Z",
    "2026-02-28 01:00, 2026-02-27T22:00:00Z"
  })
  void the_past_is_read(String text, Instant expected) {
    assertThat(Readers.past().read(text, ASKER)).isEqualTo(new Value.Good<>(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "7d, 2026-02-23T10:00:00Z",
    "12:40, 2026-03-02T09:40:00Z",
    "2026-02-28, 2026-02-27T21:00:00Z",
    "2024-02-28, 2024-02-27T21:00:00Z",
    "yesterday, 2026-02-28T21:00:00Z",
    "Today, 2026-03-01T21:00:00Z"
  })
  void a_day_alone_says_from_where_to_look_back_however_far(String text, Instant expected) {
    assertThat(Readers.passed().read(text, ASKER)).isEqualTo(new Value.Good<>(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2026-02-30", "2026-03-03", "tomorrow", ""})
  void what_has_not_passed_is_refused(String text) {
    assertThat(Readers.passed().read(text, ASKER)).isInstanceOf(Value.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "30",
        "m",
        "-",
        "25:00",
        "14:60",
        "14.32",
        "2026-02-30 10:00",
        "0m",
        "14:32 Mars/Base",
        "14:32+99:00",
        "99999999999m",
        "1h30",
        "2h ago",
        "-2h",
        "7",
        "13:00 pm",
        "0 am"
      })
  void what_is_no_time_is_refused_with_what_would_be(String text) {
    var read = Readers.future().read(text, ASKER);

    assertThat(read).isInstanceOf(Value.Bad.class);
    assertThat(read.toString()).contains(text, "14:32", "30m");
  }

  @Test
  void what_is_to_come_has_not_happened() {
    assertThat(Readers.past().read("in 30m", ASKER)).isInstanceOf(Value.Bad.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-02T10:30:00Z, 13:30 EAT", "2026-03-02T21:30:00Z, Tue 3 Mar 00:30 EAT"})
  void a_time_of_another_day_is_told_with_the_day(Instant at, String told) {
    assertThat(Clock.say(at, ASKER)).isEqualTo(told);
  }
}
