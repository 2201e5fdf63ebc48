package dev.muster.runbooks.engine;

import dev.muster.runbooks.expression.Unevaluable;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Each;
import dev.muster.runbooks.run.StepState.Failed;
import dev.muster.runbooks.run.StepState.Nested;
import dev.muster.runbooks.run.StepState.Resting;
import dev.muster.runbooks.run.StepState.Retrying;
import dev.muster.runbooks.run.StepState.Settled;
import dev.muster.runbooks.run.StepState.Started;
import dev.muster.runbooks.value.Bounded;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done at a step, by what is known of it. Each answers the run, or nothing if it is lost.
 */
record Visit(Scene scene, Interrupts interrupts, Keeper keeper) {

  private static final int MOST_ITEMS = 1_000;

  /** Keeps a run as it is now, with runs that it started. */
  @FunctionalInterface
  interface Keeper {

    /** The run with what is wished of it; nothing when somebody else has it. */
    Optional<Run> keep(Run next, List<Run> begun);
  }

  Optional<Run> go(Run run) throws InterruptedException {
    var state = scene.stop().record().map(StepRecord::state);
    return state.isEmpty() ? begin(run) : goOn(run, state.get());
  }

  private Optional<Run> goOn(Run run, StepState state) throws InterruptedException {
    var path = scene.stop().path();
    return switch (state) {
      case Started started -> attempt().recover(run, started);
      case Retrying(var until, _, _) ->
          scene.now().isBefore(until)
              ? Optional.of(scene.progress().sleeping(run, path, until))
              : retry(run);
      case Resting resting ->
          scene.now().isBefore(resting.until())
              ? Optional.of(scene.progress().sleeping(run, path, resting.until()))
              : attempt().lookAgain(run, resting);
      case Asked _ -> Optional.of(scene.progress().asking(run, path));
      case Answered answered -> Optional.of(settling().answered(run, answered));
      case Nested nested -> Optional.of(settling().nested(run, nested));
      case Each _ -> Optional.of(closed(run));
      case Settled _ -> throw new IllegalStateException(path + " is settled");
    };
  }

  /** What was never begun may have failed before it was known whether it is to be done. */
  private Optional<Run> retry(Run run) throws InterruptedException {
    return scene.stop().attempts() == 0 ? begin(run) : attempt().make(run);
  }

  private Optional<Run> begin(Run run) throws InterruptedException {
    var step = scene.stop().step();
    try {
      if (scene.stop().path().item().isEmpty() && step.onlyIf().isPresent()) {
        if (!step.onlyIf().get().holds(scene.seen(run))) {
          return Optional.of(scene.progress().skipped(run, scene.stop(), "its `if` does not hold"));
        }
      }
      return scene.stop().isWhole() ? each(run) : attempt().make(run);
    } catch (Unevaluable e) {
      return Optional.of(
          new DryRun(scene).isGuess(run)
              ? new DryRun(scene).leftOut(run, "depends on what a dry run does not do")
              : settling().failing(run, "expression", words(e), Map.of()));
    }
  }

  private Optional<Run> each(Run run) {
    var value = scene.stop().step().forEach().orElseThrow().value(scene.seen(run));
    if (!(value instanceof List<?> items)) {
      return Optional.of(settling().failing(run, "expression", "`forEach` is no list", Map.of()));
    }
    if (items.size() > MOST_ITEMS) {
      var words = "`forEach` has %,d items; %,d are the most".formatted(items.size(), MOST_ITEMS);
      return Optional.of(settling().failing(run, "expression", words, Map.of()));
    }
    if (!Bounded.fits(items)) {
      var words = "the items of `forEach` are too large to be kept: pass on less of each";
      return Optional.of(settling().failing(run, "expression", words, Map.of()));
    }
    var kept = items.stream().map(item -> item == null ? "" : scene.redactor().value(item));
    return Optional.of(
        scene.progress().forEach(run, scene.stop(), kept.<Object>map(item -> item).toList()));
  }

  /** All items are through. */
  private Run closed(Run run) {
    var items = run.steps().items(scene.stop().path());
    var failed = items.stream().filter(item -> item.state() instanceof Failed).count();
    if (failed > 0) {
      var words = "%d of %d failed".formatted(failed, items.size());
      return scene.progress().closed(run, scene.stop(), new Failed(scene.now(), "items", words));
    }
    var results =
        items.stream()
            .map(StepRecord::state)
            .<Object>map(state ->
                state instanceof StepState.Done done ? done.result() : Map.<String, Object>of())
            .toList();
    var done =
        new Outcome.Done(
            Map.of("count", (long) items.size(), "items", results), items.size() + " done");
    return settling().done(run, done, false);
  }

  private Attempting attempt() {
    return new Attempting(scene, interrupts, keeper);
  }

  private Settling settling() {
    return new Settling(scene, keeper);
  }

  private static String words(Unevaluable e) {
    return String.valueOf(e.getMessage());
  }
}
