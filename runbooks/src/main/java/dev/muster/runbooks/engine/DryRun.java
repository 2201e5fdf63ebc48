package dev.muster.runbooks.engine;

import dev.muster.runbooks.kind.Attempt;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.kind.Outcome;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Done;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** What becomes of the steps of a dry run that it only tells of, and of those that need them. */
record DryRun(Scene scene) {

  private static final String MARK = "dry";
  private static final Duration FOR_A_LOOK = Duration.ofMinutes(1);

  /** In the result of what was only told of. */
  static final Map<String, Object> LEFT_OUT = Map.of(MARK, true);

  /** Whether something was left out that would show by now how things are here. */
  boolean isGuess(Run run) {
    return run.origin().isDry()
        && run.steps().all().stream()
            .anyMatch(it -> it.state() instanceof Done done && done.result().containsKey(MARK));
  }

  Run leftOut(Run run, String words) {
    return settled(run, LEFT_OUT, words);
  }

  /**
   * Why it cannot be done as things are; empty where they may be others once the rest is done, and
   * where the look came to nothing.
   */
  Optional<Outcome.Failed> foreseen(Run run, Kind kind, Attempt attempt)
      throws InterruptedException {
    if (isGuess(run)) {
      return Optional.empty();
    }
    Callable<Outcome> look =
        () -> kind.foresee(attempt).<Outcome>map(it -> it).orElseGet(DryRun::nothing);
    var deadline = scene.now().plus(FOR_A_LOOK);
    var ended = new Acting(scene.means().clock(), deadline, () -> false, () -> {}).outcome(look);
    return ended.outcome() instanceof Outcome.Failed failed
        ? Optional.of(failed)
        : Optional.empty();
  }

  private static Outcome nothing() {
    return new Outcome.Done(Map.of(), "");
  }

  /** It was looked, and what is found may be another thing once the rest is done: no failure. */
  Run notJudged(Run run, Map<String, Object> result, String words) {
    return settled(run, result, "not judged in a dry run: " + words);
  }

  private Run settled(Run run, Map<String, Object> result, String words) {
    var done = new Done(scene.now(), result, Map.of(), scene.shown(words), Optional.empty());
    return scene.progress().done(run, scene.stop(), done);
  }
}
