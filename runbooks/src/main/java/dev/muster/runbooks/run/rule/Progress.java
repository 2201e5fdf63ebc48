package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.StepState.Nested;
import dev.muster.runbooks.run.StepState.Resting;
import dev.muster.runbooks.run.StepState.Retrying;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.StepState.Started;
import dev.muster.runbooks.run.StepState.Unclear;
import dev.muster.runbooks.run.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the worker does to a run; each answers the run as it is then. */
public record Progress(Instant now) {

  /** The intent to act, to be kept before anything is done. */
  public Run started(Run run, Stop stop, Instant began, Map<String, Object> memory) {
    return run.with(record(run, stop).attempted(new Started(began, memory)));
  }

  /** The same where it was looked at before, which is the same attempt. */
  public Run lookedAtAgain(Run run, Stop stop, Resting resting) {
    return run.with(record(run, stop).to(new Started(resting.began(), resting.memory())));
  }

  public Run done(Run run, Stop stop, Done done) {
    return run.with(record(run, stop).to(done));
  }

  public Run skipped(Run run, Stop stop, String words) {
    var skipped = new Skipped(now, words, Optional.empty(), Optional.empty());
    return run.with(record(run, stop).to(skipped));
  }

  public Run forEach(Run run, Stop stop, List<Object> items) {
    return run.with(record(run, stop).forEach(now, items));
  }

  public Run again(Run run, Stop stop, Instant began, Outcome.Again again) {
    var resting = new Resting(began, again.at(), again.memory(), again.words());
    return sleeping(run.with(record(run, stop).to(resting)), stop.path(), again.at());
  }

  public Run sleeping(Run run, StepPath path, Instant until) {
    return run.to(new Sleeping(path, until), now);
  }

  /** It failed and is tried again after a pause. */
  public Run retrying(Run run, Stop stop, Failed failed, Duration pause) {
    var until = now.plus(pause);
    var retrying = new Retrying(until, failed.code(), failed.words());
    return sleeping(run.with(record(run, stop).failed(retrying)), stop.path(), until);
  }

  /** An attempt changed something, or may have, although the step is not done. */
  public Run leaving(Run run, Stop stop, Trace trace) {
    return run.with(record(run, stop).leaving(trace));
  }

  /** What guards the run failed: nobody is asked whether that matters. */
  public Run barred(Run run, Stop stop, Failed failed) {
    var why = stop.title() + ": " + failed.words();
    var verdict = run.course().verdict().ending(why);
    return Endings.stopped(run.with(record(run, stop).failed(failed)), verdict, why, now);
  }

  /** It failed for good. */
  public Run failed(Run run, Stop stop, Failed failed, Itinerary itinerary) {
    var told = run.with(record(run, stop).failed(failed));
    var why = stop.title() + ": " + failed.words();
    var verdict = run.course().verdict();
    return switch (run.course().phase()) {
      case PREREQUISITES -> Endings.stopped(told, verdict.ending(why), why, now);
      case ROLLBACK -> needsAttention(told, stop.path(), why);
      case ALWAYS -> told.with(verdict.failed(why));
      case STEPS, VERIFICATION ->
          switch (itinerary.onFailure(told, stop)) {
            case ABORT -> Endings.stopped(told, verdict.ending(why), why, now);
            case CONTINUE -> told.with(verdict.failed(why));
            case PAUSE -> needsAttention(told, stop.path(), why + notUndone(stop));
            case ROLLBACK -> Endings.rolledBack(told, verdict.ending(why), why, now);
          };
    };
  }

  private static String notUndone(Stop stop) {
    return stop.step().onFailure() == OnFailure.ROLLBACK
        ? ". Nothing was rolled back: the run is past a point of no return"
        : "";
  }

  /** Nobody knows whether it happened. */
  public Run unclear(Run run, Stop stop, String code, String words) {
    var told = run.with(record(run, stop).to(new Unclear(now, code, words)));
    return needsAttention(told, stop.path(), stop.title() + ": " + words);
  }

  public Run needsAttention(Run run, StepPath path, String words) {
    return run.to(new NeedsAttention(path, words), now);
  }

  public Run asked(
      Run run,
      Stop stop,
      Question question,
      Map<String, Object> found,
      Optional<Instant> until,
      OnTimeout onTimeout) {
    var asked = new Asked(now, question, until, onTimeout, found, List.of(), new TreeMap<>());
    return asking(run.with(record(run, stop).to(asked)), stop.path());
  }

  public Run asking(Run run, StepPath path) {
    return run.to(new Asking(path), now);
  }

  public Run nested(Run run, Stop stop, RunId child) {
    return run.with(record(run, stop).to(new Nested(now, child)))
        .to(new Nesting(stop.path(), child), now);
  }

  /**
   * It was meant to be done, and was not begun.
   *
   * @param before as the run was before that was meant
   */
  public Run notStarted(Run before, Run run, Stop stop) {
    return run.with(record(before, stop));
  }

  /**
   * An error of Muster's own: a person says what becomes of the step. One before an attempt counts
   * as a failure, which tells this stop from the one before.
   */
  public Run broke(Run run, Stop stop, String words) {
    var record = record(run, stop);
    var isStarted = record.state() instanceof Started;
    var isKnown = !isStarted && record.trace() == Trace.NONE;
    var state = isKnown ? new Failed(now, "broke", words) : new Unclear(now, "broke", words);
    var broken = isStarted ? record.to(state) : record.failed(state);
    return needsAttention(run.with(broken), stop.path(), stop.title() + ": " + words);
  }

  /** It was cut off for what somebody wants of the run, which is seen to next. */
  public Run cutOff(Run run, Stop stop, String words) {
    return run.with(record(run, stop).to(new Unclear(now, "cancelled", words)));
  }

  /** All items are through, and what is to come of those that failed has come. */
  public Run closed(Run run, Stop stop, Failed failed) {
    return run.with(record(run, stop).to(failed));
  }

  /** People do not want it to go on. */
  public Run rejected(Run run, Stop stop, Answered answered) {
    var failed = new Failed(answered.at(), "rejected", answered.words());
    return called(run.with(record(run, stop).to(failed)), answered.words());
  }

  /** Nobody answered in time. */
  public Run unanswered(Run run, Stop stop, Asked asked) {
    var words = "nobody answered in time";
    var why = stop.title() + ": " + words;
    var skipped = new Skipped(now, words, Optional.empty(), Testimony.soFar(asked));
    var left = run.with(record(run, stop).to(skipped));
    return switch (asked.onTimeout()) {
      case ABORT -> called(left, why);
      case CONTINUE -> awake(left);
      case PAUSE -> needsAttention(run, stop.path(), why);
    };
  }

  /** A run that it started is over. */
  public Run nestedOver(Run run, Duration used) {
    return awake(run.with(run.course().with(run.course().clock().plus(used))));
  }

  /** The run is not to go on, for nobody's fault. */
  public Run called(Run run, String why) {
    return Endings.stopped(run, run.course().verdict().calledOff(why), why, now);
  }

  /**
   * It took too long.
   *
   * @param next what it would have gone on with
   */
  public Run outOfTime(Run run, String why, Optional<Stop> next, Itinerary itinerary) {
    var verdict = run.course().verdict().ending(why);
    var undoes =
        run.course().phase() != Phase.PREREQUISITES
            && next.filter(stop -> itinerary.onFailure(run, stop) == OnFailure.ROLLBACK)
                .isPresent();
    return undoes
        ? Endings.rolledBack(run, verdict, why, now)
        : Endings.stopped(run, verdict, why, now);
  }

  /** All of a phase is behind it. */
  public Run phaseOver(Run run) {
    return switch (run.course().phase()) {
      case PREREQUISITES -> run.in(Phase.STEPS);
      case STEPS -> run.in(Phase.VERIFICATION);
      case VERIFICATION -> run.in(Phase.ALWAYS);
      case ROLLBACK -> Endings.undone(run).in(Phase.ALWAYS);
      case ALWAYS -> run.to(new Ended(now), now);
    };
  }

  /** Sees to what somebody wants. */
  public Run wished(Run run, Wish wish) {
    return Wishes.seenTo(run, wish, now);
  }

  /** It has something to do again. */
  public Run awake(Run run) {
    return run.to(new Running(), now);
  }

  private StepRecord record(Run run, Stop stop) {
    var fresh = new Retrying(now, "", "");
    return run.steps()
        .find(stop.path())
        .orElseGet(() -> StepRecord.of(stop.path(), stop.step().id(), now, fresh));
  }
}
