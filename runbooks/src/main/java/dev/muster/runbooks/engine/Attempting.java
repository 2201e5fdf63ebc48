package dev.muster.runbooks.engine;

import dev.muster.runbooks.engine.Visit.Keeper;
import dev.muster.runbooks.expression.Sayings;
import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.kind.Outcome.Unclear;
import dev.muster.runbooks.kind.Output;
import dev.muster.runbooks.kind.Reconciled;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState.Resting;
import dev.muster.runbooks.run.StepState.Started;
import dev.muster.runbooks.value.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Acts: the intent is kept before, and what is found started was interrupted. */
record Attempting(Scene scene, Interrupts interrupts, Keeper keeper) {

  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final Duration FOR_A_LOOK = Duration.ofMinutes(1);

  /** Who takes Muster down with it each time is not tried for ever. */
  private static final int CUT_OFF_AT_MOST = 3;

  Optional<Run> make(Run run) throws InterruptedException {
    return make(run, scene.progress().started(run, scene.stop(), scene.now(), Map.of()));
  }

  Optional<Run> lookAgain(Run run, Resting resting) throws InterruptedException {
    var isOver = scene.end(resting.began()).filter(end -> !scene.now().isBefore(end)).isPresent();
    return isOver
        ? Optional.of(outOfTime(run, resting))
        : make(run, scene.progress().lookedAtAgain(run, scene.stop(), resting));
  }

  /** It was begun and did not get ready: what it did meanwhile only a look may tell. */
  private Run outOfTime(Run run, Resting resting) throws InterruptedException {
    var kind = scene.kind(scene.action(run));
    var given = given(run, kind);
    var started = new Started(resting.began(), resting.memory());
    return given.isComplete()
        ? unknown(run, kind, attempt(run, given, started, _ -> {}), late())
        : unclear(run, "it was not done in its time, and its inputs are not there any more");
  }

  private static Acting.Ended late() {
    return new Acting.Ended(new Unclear("timeout", "it was not done in its time"), false);
  }

  /** Somebody meant to do this, and is gone: nobody knows how far that came. */
  Optional<Run> recover(Run run, Started started) throws InterruptedException {
    var kind = scene.kind(scene.action(run));
    var given = given(run, kind);
    if (!given.isComplete()) {
      return Optional.of(unclear(run, "its inputs are not there any more"));
    }
    if (!scene.isRepeatable(run, kind, given.with())) {
      return settleOrRepeat(run, kind, attempt(run, given, started, _ -> {}));
    }
    var cutOff = scene.stop().attempts() - scene.stop().failures();
    return cutOff > CUT_OFF_AT_MOST
        ? Optional.of(unclear(run, "Muster stopped %d times while doing this".formatted(cutOff)))
        : again(run, started);
  }

  private Optional<Run> settleOrRepeat(Run run, Kind kind, Attempt attempt)
      throws InterruptedException {
    return switch (look(kind, attempt)) {
      case Reconciled.Happened(var done) -> Optional.of(settling().done(run, done, true));
      case Reconciled.DidNot _ ->
          make(run, scene.progress().started(run, scene.stop(), scene.now(), Map.of()));
      case Reconciled.Unknown(var words) ->
          Optional.of(unclear(run, "Muster stopped while it did this; " + words));
    };
  }

  private Optional<Run> again(Run run, Started started) throws InterruptedException {
    var isLate = scene.end(started.at()).filter(end -> !scene.now().isBefore(end)).isPresent();
    var began = isLate && started.memory().isEmpty() ? scene.now() : started.at();
    return make(run, scene.progress().started(run, scene.stop(), began, started.memory()));
  }

  /** Keeps the intent, and acts. */
  private Optional<Run> make(Run before, Run intent) throws InterruptedException {
    var kind = scene.kind(scene.action(before));
    var given = given(before, kind);
    if (!given.isComplete() && !dry().isGuess(before)) {
      var words = String.join("; ", given.problems());
      return Optional.of(settling().failing(before, "arguments", words, Map.of()));
    }
    if (!given.isComplete() || (before.origin().isDry() && !kind.actsInDryRun(given.with()))) {
      return Optional.of(told(before, intent, kind, given));
    }
    var kept = keeper.keep(intent, List.of());
    if (kept.isEmpty()) {
      return kept;
    }
    var run = kept.get();
    if (run.course().wish().isPresent()) {
      return Optional.of(scene.progress().notStarted(before, run, scene.stop()));
    }
    var started = (Started) run.steps().find(scene.stop().path()).orElseThrow().state();
    return act(run, kind, given, started);
  }

  /** Says what would be done, unless a look shows that it cannot be. */
  private Run told(Run before, Run intent, Kind kind, Given given) throws InterruptedException {
    var attempt = attempt(intent, given, new Started(scene.now(), Map.of()), _ -> {});
    return dry()
        .foreseen(before, kind, attempt)
        .map(it -> settling().failing(before, it.code(), it.words(), Map.of()))
        .orElseGet(() -> dry().leftOut(before, "would do: " + kind.describe(given.with())));
  }

  private Optional<Run> act(Run run, Kind kind, Given given, Started started)
      throws InterruptedException {
    var output = output(run);
    var attempt = attempt(run, given, started, output);
    interrupts.begin(run.id());
    try {
      var deadline = deadline(run, started);
      var ended = acting(run, deadline, output).outcome(() -> kind.act(attempt));
      output.close();
      if (!(ended.outcome() instanceof Unclear unclear)) {
        return settling().outcome(run, ended.outcome(), started.at());
      }
      return unclear.code().equals(Acting.CANCELLED)
          ? cutOff(run, kind, attempt)
          : Optional.of(unknown(run, kind, attempt, ended));
    } finally {
      interrupts.end(run.id());
    }
  }

  /** Nobody knows how it ended: a look may tell. */
  private Run unknown(Run run, Kind kind, Attempt attempt, Acting.Ended ended)
      throws InterruptedException {
    var unclear = (Unclear) ended.outcome();
    if (kind.effect(attempt.with()).readsOnly()) {
      return settling().failing(run, unclear.code(), unclear.words(), Map.of());
    }
    if (scene.isRepeatable(run, kind, attempt.with()) && !ended.goesOn()) {
      var left = scene.progress().leaving(run, scene.stop(), Trace.MAYBE);
      return settling().failing(left, unclear.code(), unclear.words(), Map.of());
    }
    return switch (look(kind, attempt)) {
      case Reconciled.Happened(var done) -> settling().done(run, done, true);
      case Reconciled.DidNot(var words) ->
          ended.goesOn()
              ? unclear(run, unclear, "it does not stop, and may still happen")
              : settling()
                  .failing(run, unclear.code(), Sayings.joined(unclear.words(), words), Map.of());
      case Reconciled.Unknown(var words) -> unclear(run, unclear, words);
    };
  }

  private Run unclear(Run run, Unclear unclear, String words) {
    var all = scene.shown(Sayings.joined(unclear.words(), words));
    return scene.progress().unclear(run, scene.stop(), unclear.code(), all);
  }

  /** Somebody wanted it cut off; what they want of the run comes with the next save. */
  private Optional<Run> cutOff(Run run, Kind kind, Attempt attempt) throws InterruptedException {
    if (look(kind, attempt) instanceof Reconciled.Happened(var done)) {
      return keeper.keep(settling().done(run, done, false), List.of());
    }
    var told = scene.progress().cutOff(run, scene.stop(), "it was cut off, and may have happened");
    return keeper.keep(told, List.of());
  }

  private Reconciled look(Kind kind, Attempt attempt) throws InterruptedException {
    var found = new Reconciled[1];
    Callable<Outcome> look =
        () -> {
          found[0] = kind.reconcile(attempt);
          return new Outcome.Done(Map.of(), "");
        };
    var deadline = scene.now().plus(FOR_A_LOOK);
    var ended = new Acting(scene.means().clock(), deadline, () -> false, () -> {}).outcome(look);
    var seen = found[0];
    return ended.outcome() instanceof Outcome.Done && seen != null
        ? seen
        : new Reconciled.Unknown("a look at it did not tell either");
  }

  private Acting acting(Run run, Instant deadline, StepOutput output) {
    return new Acting(
        scene.means().clock(), deadline, () -> interrupts.isWanted(run.id()), output::flushAside);
  }

  /** What is said counts from the first look; what is usual, for each look alone. */
  private Instant deadline(Run run, Started started) {
    var own = scene.end(started.at()).orElseGet(() -> scene.now().plus(USUAL));
    return run.deadline().filter(end -> end.isBefore(own)).orElse(own);
  }

  private Duration timeout(Run run) {
    var own = scene.stop().step().timeout().orElse(USUAL);
    var left = run.deadline().map(end -> Duration.between(scene.now(), end));
    return left.filter(it -> it.isPositive() && it.compareTo(own) < 0).orElse(own);
  }

  private Given given(Run run, Kind kind) {
    return Given.of(kind, scene.action(run), scene.seen(run), false);
  }

  private StepOutput output(Run run) {
    return new StepOutput(
        scene.means().log(),
        run.id(),
        scene.stop().path(),
        scene.redactor(),
        scene.means().clock());
  }

  private Attempt attempt(Run run, Given given, Started started, Output output) {
    return new Attempt(
        run.id().value(),
        scene.stop().step().id(),
        "run-%s/%s".formatted(run.id(), scene.stop().path()),
        Math.max(1, run.steps().find(scene.stop().path()).orElseThrow().attempts()),
        given.with(),
        started.memory(),
        started.at(),
        timeout(run),
        output,
        run.origin().place());
  }

  private Run unclear(Run run, String words) {
    return scene.isGuard(run)
        ? settling().failing(run, "cut-off", words, Map.of())
        : scene.progress().unclear(run, scene.stop(), "cut-off", scene.shown(words));
  }

  private DryRun dry() {
    return new DryRun(scene);
  }

  private Settling settling() {
    return new Settling(scene, keeper);
  }
}
