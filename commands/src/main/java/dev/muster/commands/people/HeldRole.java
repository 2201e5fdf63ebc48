package dev.muster.commands.people;

import java.time.Instant;
import java.util.Optional;

/**
 * A role that somebody has at the moment.
 *
 * @param duty the duty that it comes and goes with; absent where muster.yaml gives it for good
 */
public record HeldRole(String name, Optional<OnDuty> duty) {

  /** Being on call by a schedule, until the shift ends. */
  public record OnDuty(String schedule, Instant until) {}

  /** One of the roles that stand beside the person's name. */
  public static HeldRole fixed(String name) {
    return new HeldRole(name, Optional.empty());
  }

  /** One that lasts as long as a shift. */
  public static HeldRole onDuty(String name, String schedule, Instant until) {
    return new HeldRole(name, Optional.of(new OnDuty(schedule, until)));
  }
}
