package dev.muster.commands.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BusinessHoursTest {

  private static final ZoneId EAT = ZoneId.of("Africa/Nairobi");
  private static final Deadline NEXT_DAY = new Deadline.NextBusinessDay();

  /** 2024-12-12 is Jamhuri Day, a Thursday. */
  private final BusinessHours hours =
      new BusinessHours(
          BusinessHours.usual(EAT).days(),
          LocalTime.of(8, 0),
          LocalTime.of(17, 0),
          Set.of(LocalDate.of(2024, 12, 12)),
          EAT);

  @Test
  void a_team_is_at_work_from_its_first_minute_until_before_its_last() {
    assertThat(hours.isOpen(at("2024-12-09T08:00"))).isTrue();
    assertThat(hours.isOpen(at("2024-12-09T16:59"))).isTrue();
    assertThat(hours.isOpen(at("2024-12-09T17:00"))).isFalse();
    assertThat(hours.isOpen(at("2024-12-09T07:59"))).isFalse();
    assertThat(hours.isOpen(at("2024-12-14T10:00"))).isFalse();
    assertThat(hours.isOpen(at("2024-12-12T10:00"))).isFalse();
  }

  @Test
  void the_next_business_day_ends_when_people_go_home() {
    assertThat(hours.due(NEXT_DAY, at("2024-12-09T10:00"))).isEqualTo(at("2024-12-10T17:00"));
    assertThat(hours.due(NEXT_DAY, at("2024-12-09T23:59"))).isEqualTo(at("2024-12-10T17:00"));
  }

  @Test
  void weekends_and_holidays_do_not_count() {
    assertThat(hours.due(NEXT_DAY, at("2024-12-06T18:00"))).isEqualTo(at("2024-12-09T17:00"));
    assertThat(hours.due(NEXT_DAY, at("2024-12-11T10:00"))).isEqualTo(at("2024-12-13T17:00"));
  }

  @Test
  void a_length_of_time_runs_at_night_too() {
    var within = new Deadline.Within(Duration.ofHours(4));

    assertThat(hours.due(within, at("2024-12-06T23:00"))).isEqualTo(at("2024-12-07T03:00"));
  }

  @Test
  void the_end_of_a_day_follows_the_clocks_of_the_place() {
    var berlin = BusinessHours.usual(ZoneId.of("Europe/Berlin"));

    assertThat(berlin.due(NEXT_DAY, Instant.parse("2024-03-29T12:00:00Z")))
        .isEqualTo("2024-04-01T15:00:00Z");
    assertThat(berlin.due(NEXT_DAY, Instant.parse("2024-03-21T12:00:00Z")))
        .isEqualTo("2024-03-22T16:00:00Z");
  }

  @Test
  void hours_that_end_before_they_begin_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new BusinessHours(
                Set.of(DayOfWeek.MONDAY), LocalTime.NOON, LocalTime.of(8, 0), Set.of(), EAT));
  }

  private static Instant at(String there) {
    return java.time.LocalDateTime.parse(there).atZone(EAT).toInstant();
  }
}
