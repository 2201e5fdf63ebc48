package dev.muster.commands.oncall;

import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** When somebody is on call by one schedule: now, and the next time. */
public record OwnShifts(Schedule schedule, Optional<Shift> now, Optional<Shift> next) {

  /** How far the next one is looked for. */
  public static final Duration AHEAD = Duration.ofDays(16 * 7L);

  /** By each schedule in which they have one, in the schedules' order. */
  public static List<OwnShifts> of(
      PersonId person, Collection<Schedule> schedules, OnCall onCall, Instant at) {
    return schedules.stream()
        .map(schedule -> of(person, schedule, onCall, at))
        .filter(own -> own.now().isPresent() || own.next().isPresent())
        .toList();
  }

  /** Most rotate by the week: nobody reckons more of them than it takes. */
  private static OwnShifts of(PersonId person, Schedule schedule, OnCall onCall, Instant at) {
    for (var ahead = Duration.ofDays(7); ; ahead = ahead.multipliedBy(4)) {
      var shifts =
          onCall.shifts(schedule, at, at.plus(ahead)).stream()
              .filter(shift -> shift.person().equals(person))
              .toList();
      var next = shifts.stream().filter(shift -> shift.from().isAfter(at)).findFirst();
      if (next.isPresent() || ahead.compareTo(AHEAD) >= 0) {
        var now = shifts.stream().filter(shift -> !shift.from().isAfter(at)).findFirst();
        return new OwnShifts(schedule, now, next);
      }
    }
  }
}
