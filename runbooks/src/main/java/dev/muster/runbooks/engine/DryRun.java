package dev.muster.runbooks.engine;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepState.Done;
import java.util.Map;
import java.util.Optional;

/** What becomes of the steps of a dry run that it only tells of, and of those that need them. */
record DryRun(Scene scene) {

  private static final String MARK = "dry";

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

  /** It was looked, and what is found may be another thing once the rest is done: no failure. */
  Run notJudged(Run run, Map<String, Object> result, String words) {
    return settled(run, result, "not judged in a dry run: " + words);
  }

  private Run settled(Run run, Map<String, Object> result, String words) {
    var done = new Done(scene.now(), result, Map.of(), scene.shown(words), Optional.empty());
    return scene.progress().done(run, scene.stop(), done);
  }
}
