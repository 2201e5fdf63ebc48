package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.language.OnFailure;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Each;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which step of a runbook comes next in a run, by what is known of its steps. */
public record Itinerary(Runbook runbook) {

  /** In the phase that the run is in; empty when that is over. */
  public Optional<Stop> next(Run run) {
    return run.course().phase() == Phase.ROLLBACK ? undoing(run) : ahead(run);
  }

  /** Where a path leads. */
  public Stop at(Run run, StepPath path) {
    return new Stop(path, step(path), run.steps().find(path));
  }

  private Optional<Stop> ahead(Run run) {
    var phase = run.course().phase();
    return IntStream.range(0, runbook.steps(phase).size())
        .mapToObj(index -> StepPath.of(phase, index))
        .filter(path -> !isSettled(run, path))
        .findFirst()
        .map(path -> at(run, within(run, path)));
  }

  /** The first item that is left, or the step itself. */
  private static StepPath within(Run run, StepPath whole) {
    var record = run.steps().find(whole);
    if (record.map(StepRecord::state).orElse(null) instanceof Each) {
      return IntStream.range(0, record.orElseThrow().items().size())
          .mapToObj(whole::item)
          .filter(item -> !isSettled(run, item))
          .findFirst()
          .orElse(whole);
    }
    return whole;
  }

  /** What can be undone, in the order in which that is done: last first. */
  public List<StepPath> undoable(Run run) {
    var done = new ArrayList<StepPath>();
    for (var step : run.steps().in(Phase.STEPS)) {
      if (step.hasHappened() && step(step.path()).pointOfNoReturn()) {
        done.clear();
      } else if (step.hasHappened() && step(step.path()).rollback().isPresent() && isAlone(step)) {
        done.add(step.path());
      }
    }
    Collections.reverse(done);
    return done;
  }

  /** What was done for each item is undone item by item. */
  private boolean isAlone(StepRecord step) {
    return step(step.path()).forEach().isEmpty() || step.path().item().isPresent();
  }

  /**
   * A step of which nobody knows whether it happened, and on which it depends what is undone: that
   * must be settled before.
   */
  public Optional<Stop> inDoubt(Run run) {
    return doubts(run).findFirst().map(path -> at(run, path));
  }

  /** The same of the step that people are asked about right now. */
  public Optional<Stop> askedInDoubt(Run run) {
    return run.state() instanceof RunState.NeedsAttention(var asked, _)
        ? doubts(run).filter(asked::equals).findFirst().map(path -> at(run, path))
        : Optional.empty();
  }

  private Stream<StepPath> doubts(Run run) {
    return run.steps().in(Phase.STEPS).stream()
        .filter(StepRecord::isInDoubt)
        .map(StepRecord::path)
        .filter(path -> step(path).rollback().isPresent() || step(path).pointOfNoReturn());
  }

  /** Whether rolling back has anything to do. */
  public boolean canUndo(Run run) {
    return undoing(run).isPresent() || inDoubt(run).isPresent();
  }

  /**
   * What comes of a run when this step fails for good. Behind a point of no return the way is
   * mostly forward: there nothing is undone before a person says so. In a dry run nothing was done.
   */
  public OnFailure onFailure(Run run, Stop stop) {
    var said = stop.step().onFailure();
    if (said != OnFailure.ROLLBACK) {
      return said;
    }
    if (run.origin().isDry()) {
      return OnFailure.ABORT;
    }
    return isBehindReturn(run) ? OnFailure.PAUSE : OnFailure.ROLLBACK;
  }

  private boolean isBehindReturn(Run run) {
    return run.steps().in(Phase.STEPS).stream()
        .filter(record -> record.hasHappened() || record.isInDoubt())
        .anyMatch(record -> step(record.path()).pointOfNoReturn());
  }

  private Optional<Stop> undoing(Run run) {
    return undoable(run).stream()
        .map(path -> path.in(Phase.ROLLBACK))
        .filter(path -> !isSettled(run, path))
        .findFirst()
        .map(path -> at(run, path));
  }

  private Step step(StepPath path) {
    return runbook.steps(path.phase()).get(path.index());
  }

  private static boolean isSettled(Run run, StepPath path) {
    return run.steps().find(path).filter(StepRecord::isSettled).isPresent();
  }
}
