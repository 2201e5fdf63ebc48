package dev.muster.commands.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The shifts that come of a schedule's layers alone. A layer of higher priority takes the time from
 * its begin on away from lower ones; layers of equal priority run side by side.
 */
public final class LayeredOnCall implements OnCall {

  private static final Comparator<Shift> IN_ORDER =
      Comparator.comparing(Shift::from).thenComparingInt(Shift::layer);

  @Override
  public List<Shift> shifts(Schedule schedule, Instant from, Instant to) {
    var shifts = new ArrayList<Shift>();
    for (var place = 0; from.isBefore(to) && place < schedule.layers().size(); place++) {
      shifts.addAll(shiftsOf(schedule, place, from, to));
    }
    shifts.sort(IN_ORDER);
    return shifts;
  }

  private static List<Shift> shiftsOf(Schedule schedule, int place, Instant from, Instant to) {
    var layer = schedule.layers().get(place);
    var zone = schedule.zone();
    var rotation = layer.rotation();
    var begins = rotation.handoff(0, zone);
    var taken = takenFrom(schedule, layer.priority());
    var end = taken.filter(to::isAfter).orElse(to);
    var shifts = new ArrayList<Shift>();
    var number = rotation.numberAt(from.isBefore(begins) ? begins : from, zone);
    var start = rotation.handoff(number, zone);
    while (start.isBefore(end)) {
      var handoff = rotation.handoff(number + 1, zone);
      var until = taken.filter(handoff::isAfter).orElse(handoff);
      if (start.isBefore(until) && until.isAfter(from)) {
        var person = layer.participant(number);
        shifts.add(new Shift(person, start, until, Shift.Via.ROTATION, place + 1));
      }
      number++;
      start = handoff;
    }
    return shifts;
  }

  /** From when on layers of higher priority have the duty, which they do without a break. */
  private static Optional<Instant> takenFrom(Schedule schedule, int priority) {
    return schedule.layers().stream()
        .filter(layer -> layer.priority() > priority)
        .map(layer -> layer.rotation().handoff(0, schedule.zone()))
        .min(Comparator.naturalOrder());
  }
}
