package dev.muster.runbooks.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time that counts against a run's limit; it stands still while the run waits for people.
 *
 * @param since when it was started last; empty while it stands
 */
public record RunClock(Duration used, Optional<Instant> since) {

  public static final RunClock UNUSED = new RunClock(Duration.ZERO, Optional.empty());

  public RunClock started(Instant now) {
    return since.isPresent() ? this : new RunClock(used, Optional.of(now));
  }

  public RunClock stopped(Instant now) {
    return since.isPresent() ? new RunClock(usedAt(now), Optional.empty()) : this;
  }

  public RunClock plus(Duration more) {
    return new RunClock(used.plus(more), since);
  }

  public Duration usedAt(Instant now) {
    return since.map(start -> used.plus(Duration.between(start, now))).orElse(used);
  }

  /** When the limit will be reached; empty while the clock stands. */
  public Optional<Instant> reaches(Duration limit) {
    return since.map(start -> start.plus(limit.minus(used)));
  }
}
