package dev.muster.commands.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @Test
  void a_handoff_in_the_gap_moves_only_on_that_day() {
    assertThat(handoffs("1 day", "2020-03-06T02:30", CHICAGO, 1, 4))
        .containsExactly(
            "2020-03-07T02:30-06:00", "2020-03-08T03:00-05:00", "2020-03-09T02:30-05:00");
  }

  @Test
  void hours_are_those_of_the_clock() {
    assertThat(lengths("3 hours", "2017-03-12T00:00", CHICAGO, 2)).containsExactly(2L, 3L);
    assertThat(lengths("3 hours", "2017-11-05T00:00", CHICAGO, 2)).containsExactly(4L, 3L);
    assertThat(lengths("1 week", "2024-03-04T00:00", CHICAGO, 2)).containsExactly(167L, 168L);
    assertThat(lengths("1 day", "2024-11-02T12:00", CHICAGO, 2)).containsExactly(25L, 24L);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1_000, -1, 0, 1, 247, 100_000})
  void a_day_is_24_hours_and_a_week_seven_days(long number) {
    var start = LocalDateTime.parse("2020-10-30T01:30");
    for (var zone : List.of(CHICAGO, ZoneId.of("Australia/Lord_Howe"), ZoneId.of("Asia/Tehran"))) {
      var daily = rotation("1 day", start).handoff(number * 7, zone);

      assertThat(rotation("24 hours", start).handoff(number * 7, zone)).isEqualTo(daily);
      assertThat(rotation("1 week", start).handoff(number, zone)).isEqualTo(daily);
      assertThat(rotation("168 hours", start).handoff(number, zone)).isEqualTo(daily);
    }
  }

  @Test
  void the_31st_is_the_last_of_a_shorter_month_and_the_31st_again_after_it() {
    assertThat(handoffs("1 month", "2024-01-31T09:00", ZoneOffset.UTC, -2, 5))
        .containsExactly(
            "2023-11-30T09:00Z",
            "2023-12-31T09:00Z",
            "2024-01-31T09:00Z",
            "2024-02-29T09:00Z",
            "2024-03-31T09:00Z",
            "2024-04-30T09:00Z",
            "2024-05-31T09:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "1 month,  2024-01-31T09:00, 2024-02-29T08:59, 0",
    "1 month,  2024-01-31T09:00, 2024-02-29T09:00, 1",
    "1 month,  2024-01-31T09:00, 2024-03-30T09:00, 1",
    "1 month,  2024-01-31T09:00, 2024-01-01T00:00, -1",
    "1 month,  2024-01-31T09:00, 2023-12-31T08:59, -2",
    "3 months, 2024-01-15T00:00, 2024-04-14T23:59, 0",
    "3 months, 2024-01-15T00:00, 2024-04-15T00:00, 1",
    "3 months, 2024-01-15T00:00, 2023-10-15T00:00, -1",
    "3 months, 2024-01-15T00:00, 2023-10-14T23:59, -2",
    "12 hours, 2024-01-15T00:00, 2024-01-15T11:59, 0",
    "12 hours, 2024-01-15T00:00, 2024-01-14T23:59, -1",
    "12 hours, 2024-01-15T00:00, 2024-01-14T11:59, -2",
  })
  void shifts_are_numbered_from_the_start_both_ways(
      String every, LocalDateTime start, LocalDateTime at, long expected) {
    var rotation = rotation(every, start);

    assertThat(rotation.numberAt(at.toInstant(ZoneOffset.UTC), ZoneOffset.UTC)).isEqualTo(expected);
  }

  @Test
  void the_instant_before_a_handoff_belongs_to_the_shift_before() {
    var rotation = rotation("1 week", LocalDateTime.parse("2024-12-02T00:00"));
    var nairobi = ZoneId.of("Africa/Nairobi");
    var handoff = Instant.parse("2024-12-08T21:00:00Z");

    assertThat(rotation.handoff(1, nairobi)).isEqualTo(handoff);
    assertThat(rotation.numberAt(handoff, nairobi)).isEqualTo(1);
    assertThat(rotation.numberAt(handoff.minusNanos(1), nairobi)).isZero();
  }

  @Test
  void while_an_hour_comes_again_the_shift_goes_on() {
    var rotation = rotation("1 hour", LocalDateTime.parse("2020-07-06T02:30"));
    var begun = rotation.numberAt(Instant.parse("2020-11-01T06:30:00Z"), CHICAGO);

    assertThat(rotation.handoff(begun, CHICAGO)).isEqualTo("2020-11-01T06:30:00Z");
    assertThat(rotation.handoff(begun + 1, CHICAGO)).isEqualTo("2020-11-01T08:30:00Z");
    for (var at : List.of("2020-11-01T07:00:00Z", "2020-11-01T07:15:00Z", "2020-11-01T08:29:59Z")) {
      assertThat(rotation.numberAt(Instant.parse(at), CHICAGO)).as(at).isEqualTo(begun);
    }
  }

  @Test
  void a_day_that_was_left_out_uses_up_its_turn() {
    var apia = ZoneId.of("Pacific/Apia");
    var rotation = rotation("1 day", LocalDateTime.parse("2011-12-29T08:00"));

    assertThat(rotation.handoff(1, apia)).isEqualTo("2011-12-30T10:00:00Z");
    assertThat(rotation.handoff(2, apia)).isEqualTo("2011-12-30T18:00:00Z");
    assertThat(rotation.numberAt(Instant.parse("2011-12-30T10:00:00Z"), apia)).isEqualTo(1);
  }

  @Test
  void a_start_is_to_the_minute() {
    assertThat(
            new Rotation(new Turn(1, Turn.Unit.DAY), LocalDateTime.parse("2024-01-01T09:30:59.5")))
        .isEqualTo(rotation("1 day", LocalDateTime.parse("2024-01-01T09:30")));
  }

  @ParameterizedTest
  @CsvSource({
    "1 week,    1 week",
    "2 weeks,   2 weeks",
    "1 weeks,   1 week",
    "12 Hours,  12 hours",
    "' 3  day', 3 days",
    "9000 month, 9000 months"
  })
  void turns_are_read(String text, String expected) {
    assertThat(Turn.parse(text)).map(Turn::toString).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "week", "0 days", "-1 days", "9001 hours", "1 year", "1.5 days", "99999 days"})
  void what_is_no_turn_is_not_read(String text) {
    assertThat(Turn.parse(text)).isEmpty();
  }

  @Test
  void impossible_turns_and_layers_without_people_are_refused() {
    assertThatThrownBy(() -> new Turn(0, Turn.Unit.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Turn(9_001, Turn.Unit.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    var rotation = rotation("1 day", LocalDateTime.parse("2024-01-01T00:00"));
    assertThatThrownBy(() -> new Layer(rotation, List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Schedule("primary", ZoneOffset.UTC, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Rotation rotation(String every, LocalDateTime start) {
    return new Rotation(Turn.parse(every).orElseThrow(), start);
  }

  private static List<String> handoffs(
      String every, String start, ZoneId zone, long first, long end) {
    var rotation = rotation(every, LocalDateTime.parse(start));
    return LongStream.range(first, end)
        .mapToObj(
            number -> rotation.handoff(number, zone).atZone(zone).toOffsetDateTime().toString())
        .toList();
  }

  /** In hours that pass. */
  private static List<Long> lengths(String every, String start, ZoneId zone, long count) {
    var rotation = rotation(every, LocalDateTime.parse(start));
    return LongStream.range(0, count)
        .mapToObj(number ->
            Duration.between(rotation.handoff(number, zone), rotation.handoff(number + 1, zone))
                .toHours())
        .toList();
  }
}
