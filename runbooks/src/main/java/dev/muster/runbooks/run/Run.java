package dev.muster.runbooks.run;

import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepState.Asked;
import java.time.Instant;
import java.util.Optional;

/**
 * One run of a runbook. Immutable: what the worker does to it is in {@code rule.Progress}, what
 * people do in {@code rule.Interventions}.
 */
public record Run(RunId id, Origin origin, RunState state, Course course, Steps steps) {

  /** As it is when it was just asked for; it goes on at once. */
  public static Run begin(RunId id, Origin origin) {
    return new Run(id, origin, new Queued(), Course.BEGIN, Steps.NONE)
        .to(new Running(), origin.at());
  }

  /** The same where another run has its key. */
  public static Run queue(RunId id, Origin origin) {
    return new Run(id, origin, new Queued(), Course.BEGIN, Steps.NONE);
  }

  /** It has its key now. */
  public Run admitted(Instant now) {
    return state instanceof Queued ? to(new Running(), now) : this;
  }

  /** It wants its key back, which another run has. */
  public Run waitingForKey(Instant now) {
    return to(new Queued(), now);
  }

  public boolean isOver() {
    return state instanceof Ended;
  }

  /** Whether it may act on the world without anybody's asking: then no other may have its key. */
  public boolean needsKey() {
    return origin.key().isPresent() && !origin.isDry() && !isOver();
  }

  public boolean hasSucceeded() {
    return isOver() && course.verdict().isGood();
  }

  /** The question that people are asked now. */
  public Optional<Asked> question() {
    return state instanceof Asking(var step)
        ? steps.find(step).map(StepRecord::state).map(Asked.class::cast)
        : Optional.empty();
  }

  /**
   * Whether what it needs attention for stands before the steps to guard them: then it is asked
   * again, or the run ends.
   */
  public boolean isAtGuard() {
    return state instanceof NeedsAttention(var path, _)
        && (path.phase() == Phase.PREREQUISITES
            || (steps.find(path).map(StepRecord::state).orElse(null) instanceof Asked asked
                && asked.question() instanceof Question.Approval));
  }

  /** Whether it waits for people at a step, in just this attempt of it. */
  public boolean waitsAt(StepPath path, int attempts) {
    var waits =
        switch (state) {
          case Asking(var step) -> step.equals(path);
          case NeedsAttention(var step, _) -> step.equals(path);
          default -> false;
        };
    return waits && steps.find(path).filter(step -> step.attempts() == attempts).isPresent();
  }

  /** When there is something to do for a worker; empty where only people can make it go on. */
  public Optional<Instant> due(Instant now) {
    return switch (state) {
      case Running() -> Optional.of(now);
      case Sleeping(_, var until) -> Optional.of(earlier(until, deadline()));
      case Asking _ -> question().flatMap(Asked::until);
      case Queued _, Nesting _, Paused _, NeedsAttention _, Ended _ -> Optional.empty();
    };
  }

  /** When its time will be over if it does not wait for people meanwhile. */
  public Optional<Instant> deadline() {
    return course.isLimited() ? origin.limit().flatMap(course.clock()::reaches) : Optional.empty();
  }

  public boolean isOutOfTime(Instant now) {
    return deadline().filter(end -> !now.isBefore(end)).isPresent();
  }

  public Run to(RunState next, Instant now) {
    var clock = course.clock();
    var counts = next instanceof Running || next instanceof Sleeping;
    var ticking = counts ? clock.started(now) : clock.stopped(now);
    return new Run(id, origin, next, course.with(ticking), steps);
  }

  public Run with(Course next) {
    return new Run(id, origin, state, next, steps);
  }

  public Run with(StepRecord step) {
    return new Run(id, origin, state, course, steps.with(step));
  }

  public Run in(Phase phase) {
    return with(course.in(phase));
  }

  public Run with(Verdict verdict) {
    return with(course.with(verdict));
  }

  /** With what somebody wants of it. */
  public Run wishing(Optional<Wish> wish) {
    return with(course.wishing(wish));
  }

  private static Instant earlier(Instant at, Optional<Instant> other) {
    return other.filter(end -> end.isBefore(at)).orElse(at);
  }
}
