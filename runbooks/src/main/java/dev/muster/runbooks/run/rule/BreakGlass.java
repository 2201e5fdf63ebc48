package dev.muster.runbooks.run.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Who may let a run go on alone, with a reason, once nobody entitled has answered for so long.
 *
 * @param roles of which one is needed
 * @param requester whether whoever asked for the run may, too
 */
public record BreakGlass(Set<String> roles, Duration after, boolean requester) {

  public BreakGlass {
    roles = Set.copyOf(roles);
  }

  /** When it may be done for what was asked then. */
  public Instant opens(Instant asked) {
    return asked.plus(after);
  }
}
