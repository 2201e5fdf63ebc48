package dev.muster.runbooks.flow;

import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Kinds;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** The kinds that steer a run. */
public final class FlowKinds {

  private FlowKinds() {}

  /**
   * All of them.
   *
   * @param kinds all that there are, asked for only when a step looks by one of them
   */
  public static List<Kind> all(Supplier<Kinds> kinds, InstantSource clock) {
    return List.of(
        new Approve(), new Confirm(), new CheckOff(), new StartRunbook(), new Wait(kinds, clock));
  }
}
