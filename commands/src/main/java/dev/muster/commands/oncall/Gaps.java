package dev.muster.commands.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the times in which nobody is on call. */
final class Gaps {

  private Gaps() {}

  /**
   * The shifts, which are in the order of their begin, and what they leave open between two
   * instants.
   */
  static List<Stretch> between(List<Shift> shifts, Instant from, Instant to) {
    var stretches = new ArrayList<Stretch>();
    var covered = from;
    for (var shift : shifts) {
      if (shift.from().isAfter(covered)) {
        stretches.add(new Gap(covered, shift.from()));
      }
      stretches.add(shift);
      covered = shift.until().isAfter(covered) ? shift.until() : covered;
    }
    if (covered.isBefore(to)) {
      stretches.add(new Gap(covered, to));
    }
    return stretches;
  }
}
