package dev.muster.bot.console.view;

import dev.muster.bot.chat.view.Times;
import dev.muster.commands.oncall.OnCall;
import dev.muster.commands.oncall.Schedule;
import dev.muster.commands.oncall.Shift;
import dev.muster.commands.people.Directory;
import dev.muster.commands.people.PersonId;
import java.util.List;
import java.util.stream.Collectors;

/** Says who is on call now and next, to one reader. Blocking. */
public final class DutyViews {

  private final OnCall onCall;
  private final Directory directory;
  private final Times times;

  public DutyViews(OnCall onCall, Directory directory, Times times) {
    this.onCall = onCall;
    this.directory = directory;
    this.times = times;
  }

  public DutyRow row(Schedule schedule) {
    var now = onCall.at(schedule, times.now());
    var next = onCall.next(schedule, times.now());
    var until = now.stream().map(Shift::until).min(java.time.Instant::compareTo);
    return new DutyRow(
        schedule.name(),
        people(now),
        until.map(times::of).orElse(null),
        next.map(shift -> name(shift.person())).orElse(""),
        next.map(shift -> times.of(shift.from())).orElse(null));
  }

  private String people(List<Shift> shifts) {
    return shifts.stream()
        .map(shift -> name(shift.person()))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String name(PersonId id) {
    return directory.find(id).map(person -> person.name()).orElse(id.value());
  }
}
