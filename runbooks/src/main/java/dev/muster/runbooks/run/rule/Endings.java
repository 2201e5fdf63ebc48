package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Each;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.StepState.Nested;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.StepState.Started;
import dev.muster.runbooks.run.StepState.Unclear;
import dev.muster.runbooks.run.Verdict;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.Wish;
import java.time.Instant;
import java.util.Optional;

/** How a run is brought to its end before all its steps are done. */
final class Endings {

  private Endings() {}

  /** Cleans up, where there may be something, and ends. */
  static Run stopped(Run run, Verdict verdict, String why, Instant now) {
    var left = leftOut(run, why, now).with(verdict);
    return switch (run.course().phase()) {
      case PREREQUISITES, ALWAYS -> left.to(new Ended(now), now);
      case STEPS, VERIFICATION, ROLLBACK -> left.in(Phase.ALWAYS).to(new Running(), now);
    };
  }

  /** Undoes what it did, and cleans up then. */
  static Run rolledBack(Run run, Verdict verdict, String why, Instant now) {
    return leftOut(run, why, now).with(verdict).in(Phase.ROLLBACK).to(new Running(), now);
  }

  /**
   * Somebody wants it undone; that it was is said once it is so. Why a run ended badly before that
   * stays what it was.
   */
  static Run undoing(Run run, Who by, Instant now) {
    var verdict = run.course().verdict();
    var isTold = run.isOver() && !verdict.isGood();
    var more = verdict.isGood() ? verdict.cancelled(wants(by)) : verdict.also(wants(by));
    var wants = isTold ? verdict : more;
    var called = run.with(run.course().endedBy(by)).wishing(Optional.empty());
    return rolledBack(called, wants, wants(by), now);
  }

  /** All that could be undone is behind it. */
  static Run undone(Run run) {
    var undone = run.steps().in(Phase.ROLLBACK);
    var by = run.course().endedBy();
    var verdict = run.course().verdict();
    var isAsked = by.map(Endings::wants).filter(verdict.words()::endsWith).isPresent();
    if (!isAsked || undone.isEmpty() || !undone.stream().allMatch(StepRecord::isDone)) {
      return run;
    }
    var before = verdict.words().length() - wants(by.get()).length();
    var told = verdict.words().substring(0, before) + "rolled back by " + by.get().name();
    return run.with(verdict.saying(told));
  }

  private static String wants(Who by) {
    return by.name() + " wants it rolled back";
  }

  /** As somebody wished; the wish is seen to. */
  static Run cancelled(Run run, Wish wish) {
    var why = "cancelled by " + wish.by().name();
    var verdict = run.course().verdict().calledOff(why);
    var called = run.with(run.course().endedBy(wish.by()));
    var quiet = called.wishing(Optional.empty());
    var undoes =
        wish.what() == Wish.What.CANCEL_AND_ROLL_BACK
            && (run.course().phase() == Phase.STEPS || run.course().phase() == Phase.VERIFICATION);
    return undoes
        ? rolledBack(quiet, verdict, why, wish.at())
        : stopped(quiet, verdict, why, wish.at());
  }

  /** What was begun and can wait for nothing any more. */
  private static Run leftOut(Run run, String why, Instant now) {
    var result = run;
    for (var step : run.steps().in(run.course().phase())) {
      if (!step.isSettled() && !(step.state() instanceof Each)) {
        result = result.with(step.to(left(step, why, now)));
      }
    }
    return result;
  }

  /** What changed something once is not left out, though nobody looks after it any more. */
  private static StepState left(StepRecord step, String why, Instant now) {
    return switch (step.trace()) {
      case SURE -> new Failed(now, "cut-off", why);
      case MAYBE -> new Unclear(now, "cut-off", why);
      case NONE ->
          step.state() instanceof Started || step.state() instanceof Nested
              ? new Unclear(now, "cut-off", why)
              : new Skipped(now, why, Optional.empty(), Testimony.soFar(step.state()));
    };
  }
}
