package dev.muster.runbooks.run;

import dev.muster.runbooks.language.Phase;
import java.util.Optional;

/**
 * How far a run came, and how well.
 *
 * @param wish what somebody wants that the worker has not seen to yet
 */
public record Course(Phase phase, Verdict verdict, RunClock clock, Optional<Wish> wish) {

  public static final Course BEGIN =
      new Course(Phase.PREREQUISITES, Verdict.GOOD, RunClock.UNUSED, Optional.empty());

  public Course in(Phase next) {
    return new Course(next, verdict, clock, wish);
  }

  public Course with(Verdict next) {
    return new Course(phase, next, clock, wish);
  }

  public Course with(RunClock next) {
    return new Course(phase, verdict, next, wish);
  }

  public Course wishing(Optional<Wish> next) {
    return new Course(phase, verdict, clock, next);
  }

  /** Cleaning up and undoing have all the time that they need. */
  public boolean isLimited() {
    return switch (phase) {
      case PREREQUISITES, STEPS, VERIFICATION -> true;
      case ROLLBACK, ALWAYS -> false;
    };
  }
}
