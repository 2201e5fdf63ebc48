package dev.muster.commands.deadline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a team is at work, by the clocks of its place. Immutable.
 *
 * @param to when they go home, later than {@code from}
 * @param holidays days of the place on which nobody works
 */
public record BusinessHours(
    Set<DayOfWeek> days, LocalTime from, LocalTime to, Set<LocalDate> holidays, ZoneId zone) {

  private static final int DAYS_LOOKED_AT = 3_660;

  public BusinessHours {
    if (days.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException(
          "business hours have a day, and a beginning before the end");
    }
    days = Set.copyOf(days);
    holidays = Set.copyOf(holidays);
  }

  /** Monday to Friday, eight to five. */
  public static BusinessHours usual(ZoneId zone) {
    var weekdays =
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    return new BusinessHours(weekdays, LocalTime.of(8, 0), LocalTime.of(17, 0), Set.of(), zone);
  }

  public boolean isOpen(Instant at) {
    var there = at.atZone(zone);
    var time = there.toLocalTime();
    return isWorkingDay(there.toLocalDate()) && !time.isBefore(from) && time.isBefore(to);
  }

  public boolean isWorkingDay(LocalDate day) {
    return days.contains(day.getDayOfWeek()) && !holidays.contains(day);
  }

  /** When the deadline passes for what began at {@code began}. */
  public Instant due(Deadline deadline, Instant began) {
    return switch (deadline) {
      case Deadline.Within(var time) -> began.plus(time);
      case Deadline.NextBusinessDay _ -> closeOf(nextWorkingDay(LocalDate.ofInstant(began, zone)));
    };
  }

  private Instant closeOf(LocalDate day) {
    return day.atTime(to).atZone(zone).toInstant();
  }

  /** Should ten years hold no working day, the last of them: a deadline must come. */
  private LocalDate nextWorkingDay(LocalDate day) {
    return day.plusDays(1)
        .datesUntil(day.plusDays(DAYS_LOOKED_AT))
        .filter(this::isWorkingDay)
        .findFirst()
        .orElseGet(() -> day.plusDays(DAYS_LOOKED_AT));
  }
}
