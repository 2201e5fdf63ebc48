package dev.muster.runbooks.run;

import dev.muster.runbooks.language.Phase;
import java.util.Optional;

/**
 * How far a run came, and how well.
 *
 * @param wish what somebody wants that the worker has not seen to yet
 * @param endedBy who did not want it to go on, the last of them; the verdict tells what came first
 */
public record Course(
    Phase phase, Verdict verdict, RunClock clock, Optional<Wish> wish, Optional<Who> endedBy) {

  public static final Course BEGIN =
      new Course(
          Phase.PREREQUISITES, Verdict.GOOD, RunClock.UNUSED, Optional.empty(), Optional.empty());

  public Course in(Phase next) {
    return new Course(next, verdict, clock, wish, endedBy);
  }

  public Course with(Verdict next) {
    return new Course(phase, next, clock, wish, endedBy);
  }

  public Course with(RunClock next) {
    return new Course(phase, verdict, next, wish, endedBy);
  }

  public Course wishing(Optional<Wish> next) {
    return new Course(phase, verdict, clock, next, endedBy);
  }

  public Course endedBy(Who who) {
    return new Course(phase, verdict, clock, wish, Optional.of(who));
  }

  /** Cleaning up and undoing have all the time that they need. */
  public boolean isLimited() {
    return switch (phase) {
      case PREREQUISITES, STEPS, VERIFICATION -> true;
      case ROLLBACK, ALWAYS -> false;
    };
  }
}
