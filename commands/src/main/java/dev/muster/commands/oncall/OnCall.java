package dev.muster.commands.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is on call. What changes a schedule for a while, such as an override, is an {@code OnCall}
 * that alters the shifts of another one. Thread-safe; an answer costs what the asked time holds.
 */
public interface OnCall {

  /** How far the next shift is looked for. */
  Duration HORIZON = Duration.ofDays(1_024);

  /**
   * The final shifts that have a part of the time from {@code from} until just before {@code to},
   * by their begin. They are whole: the first may have begun before, the last may end later.
   */
  List<Shift> shifts(Schedule schedule, Instant from, Instant to);

  /** Whose shifts there are at an instant, in the order of the layers; empty: nobody is on call. */
  default List<Shift> at(Schedule schedule, Instant at) {
    return shifts(schedule, at, at.plusNanos(1));
  }

  /** The first shift to begin after an instant; empty when none does for years. */
  default Optional<Shift> next(Schedule schedule, Instant after) {
    var farthest = after.plus(HORIZON);
    for (var days = 1L; ; days *= 2) {
      var to = after.plus(Duration.ofDays(days));
      var next =
          shifts(schedule, after, to).stream()
              .filter(shift -> shift.from().isAfter(after))
              .findFirst();
      if (next.isPresent() || !to.isBefore(farthest)) {
        return next;
      }
    }
  }

  /** The same shifts with the gaps between them, which are told as far as was asked. */
  default List<Stretch> stretches(Schedule schedule, Instant from, Instant to) {
    return Gaps.between(shifts(schedule, from, to), from, to);
  }
}
