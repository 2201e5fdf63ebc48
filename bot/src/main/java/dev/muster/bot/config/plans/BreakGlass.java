package dev.muster.bot.config.plans;

import java.time.Duration;
import java.util.Set;

/** Who may act without the right, loudly, once nobody entitled has answered for so long. */
public record BreakGlass(Set<String> roles, Duration after) {

  public BreakGlass {
    roles = Set.copyOf(roles);
  }
}
