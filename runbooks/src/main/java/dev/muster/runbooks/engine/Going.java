package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.port.RunStore.Change;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.engine.port.RunStore.Saved.Kept;
import dev.muster.runbooks.engine.port.RunStore.Saved.Lost;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Paused;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.RunState.Running;
import dev.muster.runbooks.run.RunState.Sleeping;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.Wish.What;
import dev.muster.runbooks.run.rule.Interventions;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Progress;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Stop;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One worker's way along one run, from its claim until it rests. */
final class Going {

  private final Means means;
  private final Interrupts interrupts;
  private final Itinerary itinerary;
  private Held held;
  private Run run;

  /** What is seen to when the run that this one started is over. */
  private Optional<Wish> awaiting = Optional.empty();

  Going(Means means, Interrupts interrupts, Itinerary itinerary, Held held) {
    this.means = means;
    this.interrupts = interrupts;
    this.itinerary = itinerary;
    this.held = held;
    this.run = held.run();
  }

  void goOn() throws InterruptedException {
    interrupts.hold(held);
    try {
      var goesOn = true;
      while (goesOn) {
        goesOn = isAwake() ? advance() : hasRestedAndIsWantedAgain();
      }
    } catch (StoreFailure e) {
      throw e.reason();
    } finally {
      interrupts.release(held);
    }
  }

  /** Whether somebody wished something while what became of it was being kept. */
  private boolean hasRestedAndIsWantedAgain() {
    var wish =
        keep(run, List.of()).filter(kept -> !kept.isOver()).flatMap(it -> it.course().wish());
    return wish.isPresent() && !wish.equals(awaiting);
  }

  /** Sees to wishes and to times that have come. */
  private boolean isAwake() {
    if (run.isOver() || hasWishThatWaits()) {
      return false;
    }
    run.course().wish().ifPresent(wish -> run = progress().wished(run, wish));
    return switch (run.state()) {
      case Running _ -> true;
      case Sleeping(_, var until) -> {
        var isOver = !now().isBefore(until) || run.isOutOfTime(now());
        run = isOver ? progress().awake(run) : run;
        yield isOver;
      }
      case Asking(var path) -> isUnanswered(path);
      case Queued _, Nesting _, Paused _, NeedsAttention _, Ended _ -> false;
    };
  }

  /** A run that it started is ended first: what that does must not go on beside what comes next. */
  private boolean hasWishThatWaits() {
    var wish = run.course().wish().filter(it -> it.what() != What.RESUME);
    if (wish.isEmpty() || !(run.state() instanceof Nesting(_, var id))) {
      return false;
    }
    var child = StoreFailure.over(() -> means.store().find(id)).filter(it -> !it.isOver());
    child
        .filter(_ -> wish.get().interrupts() && !wish.equals(awaiting))
        .ifPresent(_ -> handOn(id, wish.get()));
    awaiting = child.isPresent() ? wish : Optional.empty();
    return child.isPresent();
  }

  private void handOn(RunId child, Wish wish) {
    var rollsBack = wish.what() == What.CANCEL_AND_ROLL_BACK;
    var after =
        StoreFailure.over(() ->
            means
                .store()
                .change(
                    child,
                    below -> {
                      var next =
                          changed(new Interventions(below, wish.by(), now()).cancel(rollsBack));
                      return new Change<>(next, next.map(Run::state).orElse(below.state()));
                    }));
    if (after.orElse(null) instanceof Nesting(_, var deeper)) {
      handOn(deeper, wish);
    }
  }

  private static Optional<Run> changed(Ruling ruling) {
    return switch (ruling) {
      case Ruling.Applied(var next, _) -> Optional.of(next);
      case Ruling.Wished(var next, _) -> Optional.of(next);
      case Ruling.Refused _ -> Optional.empty();
    };
  }

  /** Whether the time for an answer is over, and the run goes on without. */
  private boolean isUnanswered(StepPath path) {
    var asked = run.question().orElseThrow();
    if (asked.until().filter(end -> !now().isBefore(end)).isPresent()) {
      run = progress().unanswered(run, itinerary.at(run, path), asked);
    }
    return run.state() instanceof Running;
  }

  private boolean advance() throws InterruptedException {
    if (run.isOutOfTime(now())) {
      var limit = Sayings.of(run.origin().limit().orElseThrow());
      var words = "it took longer than " + limit;
      run = progress().outOfTime(run, words, itinerary.next(run), itinerary);
      return true;
    }
    var doubt =
        run.course().phase() == Phase.ROLLBACK ? itinerary.inDoubt(run) : Optional.<Stop>empty();
    if (doubt.isPresent()) {
      run = run.to(doubt.get().settledFirst(), now());
      return true;
    }
    var next = itinerary.next(run);
    if (next.isEmpty()) {
      run = progress().phaseOver(run);
      return true;
    }
    return visit(next.get());
  }

  private boolean visit(Stop stop) throws InterruptedException {
    try {
      var scene = Scene.of(means, itinerary.runbook(), stop);
      var went = new Visit(scene, interrupts, this::keep).go(run);
      went.ifPresent(after -> run = after);
      return went.isPresent();
    } catch (StoreFailure e) {
      throw e;
    } catch (RuntimeException e) {
      Errors.log(e);
      run = progress().broke(run, stop, Errors.WORDS);
      return true;
    }
  }

  /** Answers the run with what somebody wishes by now; nothing when somebody else has it. */
  private Optional<Run> keep(Run next, List<Run> begun) {
    return switch (StoreFailure.over(() -> means.store().save(held, next, begun))) {
      case Kept(var kept) -> {
        held = kept;
        run = kept.run();
        yield Optional.of(run);
      }
      case Lost _ -> Optional.empty();
    };
  }

  private Progress progress() {
    return new Progress(now());
  }

  private Instant now() {
    return means.clock().instant();
  }
}
