package dev.muster.bot.config.plans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Who is paged, level by level. A round begins again {@code every} so often, {@code repeat} times.
 */
public record Escalation(List<Level> levels, int repeat, Optional<Duration> every) {

  public Escalation {
    levels = List.copyOf(levels);
  }

  /** Those who are paged together, so long after a round began. */
  public record Level(List<PageTarget> page, Duration after) {

    public Level {
      page = List.copyOf(page);
    }
  }
}
