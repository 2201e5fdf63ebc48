package dev.muster.commands.oncall.history;

import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who was, is and will be on call: at each time by the version of the schedule that was in force
 * then. Before the first version, that one counts. A shift ends where its version ends.
 */
public record VersionedOnCall(OnCall versions, ScheduleVersions history) implements OnCall {

  @Override
  public List<Shift> shifts(Schedule schedule, Instant from, Instant to) {
    var known = history.of(schedule.name());
    if (known.isEmpty()) {
      return versions.shifts(schedule, from, to);
    }
    return IntStream.range(0, known.size())
        .boxed()
        .flatMap(i -> shifts(known, i, from, to))
        .toList();
  }

  private Stream<Shift> shifts(List<ScheduleVersion> known, int i, Instant from, Instant to) {
    var begin = i == 0 ? Instant.MIN : known.get(i).from();
    var end = i + 1 < known.size() ? known.get(i + 1).from() : Instant.MAX;
    var first = later(from, begin);
    var last = earlier(to, end);
    if (!first.isBefore(last)) {
      return Stream.empty();
    }
    return known.get(i).schedule().stream()
        .flatMap(version -> versions.shifts(version, first, last).stream())
        .map(shift -> within(shift, begin, end));
  }

  private static Shift within(Shift shift, Instant begin, Instant end) {
    return new Shift(
        shift.person(),
        later(shift.from(), begin),
        earlier(shift.until(), end),
        shift.via(),
        shift.layer());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
