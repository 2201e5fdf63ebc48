package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Retrying;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.StepState.Unclear;
import dev.muster.runbooks.run.Verdict;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.Wish.What;
import dev.muster.runbooks.run.rule.Ruling.Applied;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.Ruling.Why;
import dev.muster.runbooks.run.rule.Ruling.Wished;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What somebody does to a run as a whole. What a worker is at right now can only be wished for;
 * anything else is done at once.
 */
public record Interventions(Run run, Who by, Instant now) {

  public Ruling pause() {
    return switch (run.state()) {
      case Running _, Nesting _ -> wish(What.PAUSE, "pauses after this step");
      case RunState.Queued _ ->
          notNow(
              "It has not begun: another run has its key. `/runbook cancel %s` ends it."
                  .formatted(run.id()));
      case RunState.Sleeping _ ->
          new Applied(run.to(new Paused(by, now), now), by.name() + " paused it");
      case Paused _ -> new Refused(Why.ALREADY, "It is paused.");
      case RunState.Asking _, NeedsAttention _ ->
          notNow("Nothing happens until people answer. " + WaitsFor.words(run));
      case Ended _ -> over();
    };
  }

  public Ruling resume() {
    if (run.state() instanceof Paused) {
      return new Applied(run.to(new Running(), now), by.name() + " resumed it");
    }
    if (run.course().wish().filter(wish -> wish.what() == What.PAUSE).isPresent()) {
      var goOn = new Wish(What.RESUME, by, now);
      return new Wished(run.wishing(Optional.of(goOn)), by.name() + " has it go on");
    }
    return run.isOver() ? over() : notNow("It is not paused. " + WaitsFor.words(run));
  }

  public Ruling cancel(boolean rollBack) {
    var what = rollBack ? What.CANCEL_AND_ROLL_BACK : What.CANCEL;
    if (run.state() instanceof Paused(var who, _) && who.equals(Who.MUSTER)) {
      var verdict = run.course().verdict().cancelled("cancelled by " + by.name());
      return new Applied(run.with(verdict).to(new Ended(now), now), by.name() + " cancelled it");
    }
    if (!run.isOver() && !run.course().isLimited()) {
      return notNow(ending());
    }
    return switch (run.state()) {
      case Ended _ -> over();
      case Running _, Nesting _ -> wish(what, rollBack ? "stops and rolls back" : "stops");
      default ->
          new Applied(Endings.cancelled(run, new Wish(what, by, now)), by.name() + " cancelled it");
    };
  }

  /** Does what it needs attention for once more. */
  public Ruling retry() {
    return inNeed((path, record) -> {
      if (path.phase() != run.course().phase()) {
        return notNow("It is being rolled back. Did this happen? Mark it done, or skip it.");
      }
      var left = record.state() instanceof Unclear ? record.leaving(Trace.MAYBE) : record;
      var words = by.name() + " has it tried again";
      return new Applied(goOn(left.to(new Retrying(now, "", words))), words);
    });
  }

  /** Somebody saw to it, or found that it happened. */
  public Ruling markDone(String words) {
    return passing((path, record) -> {
      var said = words.isBlank() ? "marked done by " + by.name() : words.strip();
      var result = Testimony.soFar(record.state()).orElseGet(Map::of);
      var done = new Done(now, result, Map.of(), said, Optional.of(by));
      return new Applied(goOn(record.to(done)), by.name() + " marked it done");
    });
  }

  /**
   * It is left out, and so the run does not end well.
   *
   * @param itinerary knows its name; empty where nobody can read what the run was started with
   */
  public Ruling skip(String words, Optional<Itinerary> itinerary) {
    return passing((path, record) -> {
      var said = words.isBlank() ? "skipped by " + by.name() : words.strip();
      var skipped = new Skipped(now, said, Optional.of(by), Testimony.soFar(record.state()));
      var next = goOn(record.cleared().to(skipped));
      var name = itinerary.map(it -> it.at(run, path).title()).orElse(record.id());
      var verdict = told(name + " was skipped by " + by.name());
      return new Applied(next.with(verdict), by.name() + " skipped it");
    });
  }

  /** What is not undone is told whatever else there is. */
  private Verdict told(String skipped) {
    var verdict = run.course().verdict();
    return verdict.isGood() || run.course().isLimited()
        ? verdict.failed(skipped)
        : verdict.also(skipped);
  }

  /** The run ends here; what is to be done whatever happens is done. */
  public Ruling abort() {
    return inNeed((path, record) -> {
      var ended = by.name() + " ended it";
      var why =
          run.state() instanceof NeedsAttention(_, var words)
              ? Sayings.joined(words, ended)
              : ended;
      var verdict = run.course().verdict();
      var told = run.course().isLimited() ? verdict.ending(why) : verdict.also(why);
      var called = run.with(run.course().endedBy(by));
      return new Applied(Endings.stopped(called, told, why, now), ended);
    });
  }

  /**
   * Undoes what a run did that did not end well. What it needs attention for is settled before that
   * where it depends on it what is undone; of other steps that is asked first.
   */
  public Ruling rollBack(Itinerary itinerary) {
    var asked = itinerary.askedInDoubt(run).filter(_ -> !run.origin().isDry());
    if (asked.isPresent()) {
      return notNow(settleFirst(asked.get()));
    }
    if (!run.isOver() && !run.course().isLimited()) {
      return notNow(ending());
    }
    if (run.origin().isDry() || !itinerary.canUndo(run)) {
      return notNow("There is nothing that can be rolled back.");
    }
    return run.isOver() || run.state() instanceof NeedsAttention
        ? undoing(itinerary)
        : notNow("It is not over. `/runbook cancel %s` can roll back.".formatted(run.id()));
  }

  private Ruling undoing(Itinerary itinerary) {
    var next = Endings.undoing(run, by, now);
    return itinerary
        .inDoubt(next)
        .map(doubt ->
            new Applied(
                next.to(doubt.settledFirst(), now),
                "%s wants it rolled back: whether %s, happened must be known first"
                    .formatted(by.name(), doubt.place())))
        .orElseGet(() -> new Applied(next, by.name() + " has it rolled back"));
  }

  private String settleFirst(Stop stop) {
    var isUndoing = run.course().phase() == Phase.ROLLBACK;
    return "Nothing is rolled back yet. Whether %s, happened must be known first: Mark done or Skip, then %s"
        .formatted(
            stop.place(),
            isUndoing
                ? "it is rolled back."
                : "roll back. To have it do nothing more meanwhile: `/runbook cancel %s rollback`."
                    .formatted(run.id()));
  }

  private Ruling wish(What what, String words) {
    var stronger =
        run.course().wish().filter(earlier -> earlier.what().compareTo(what) >= 0).isPresent();
    return stronger
        ? new Refused(Why.ALREADY, "That is being seen to.")
        : new Wished(run.wishing(Optional.of(new Wish(what, by, now))), by.name() + ": " + words);
  }

  /** What guards a run is not to be gone round. */
  private Ruling passing(BiFunction<StepPath, StepRecord, Ruling> then) {
    return run.isAtGuard()
        ? notNow("What comes next depends on this. Retry asks again; Abort ends the run.")
        : inNeed(then);
  }

  private String ending() {
    if (run.state() instanceof NeedsAttention) {
      return WaitsFor.words(run);
    }
    var doing = run.course().phase() == Phase.ROLLBACK ? "rolled back" : "cleaned up";
    return "It is being %s, which is not cut off. `/runbook status %s` shows how far it is."
        .formatted(doing, run.id());
  }

  private Ruling inNeed(BiFunction<StepPath, StepRecord, Ruling> then) {
    if (run.state() instanceof NeedsAttention(var path, _)) {
      return then.apply(path, run.steps().find(path).orElseThrow());
    }
    return run.isOver() ? over() : notNow(WaitsFor.words(run));
  }

  private Run goOn(StepRecord record) {
    return run.with(record).to(new Running(), now);
  }

  private Refused over() {
    return new Refused(Why.TOO_LATE, WaitsFor.words(run));
  }

  private static Refused notNow(String words) {
    return new Refused(Why.NOT_NOW, words);
  }
}
