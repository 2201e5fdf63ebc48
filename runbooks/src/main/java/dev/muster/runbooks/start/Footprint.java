package dev.muster.runbooks.start;

import dev.muster.runbooks.engine.Means;
import dev.muster.runbooks.kind.Kind;
import dev.muster.runbooks.language.Action;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.language.Step;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.value.Given;
import dev.muster.runbooks.value.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run and its people have changed in the world, step by step, as far as anybody knows. */
public record Footprint(List<Mark> marks) {

  public Footprint {
    marks = List.copyOf(marks);
  }

  /**
   * A step that changed something.
   *
   * @param name what people read
   * @param attempts how often it was started by then
   * @param isSure whether it is known to have happened
   * @param hand what people did; empty where Muster did it
   */
  public record Mark(
      StepPath path, String name, int attempts, boolean isSure, Optional<ByHand> hand) {

    /** Whether it took back what a step had done. */
    public boolean isUndoing() {
      return path.phase() == Phase.ROLLBACK;
    }
  }

  /**
   * Of this run alone, without those that it started. Where its runbook cannot be read any more,
   * whatever it did counts.
   */
  public static Footprint of(Means means, Run run) {
    var runbook =
        means.definitions().pinned(run.origin().runbook().hash()).map(Definition::runbook);
    return new Footprint(
        run.steps().all().stream()
            .flatMap(step ->
                ByHand.of(step)
                    .map(hand -> mark(step, runbook, true, Optional.of(hand)))
                    .or(() -> acted(means, run, step, runbook))
                    .stream())
            .toList());
  }

  private static Optional<Mark> acted(
      Means means, Run run, StepRecord step, Optional<Runbook> runbook) {
    return Optional.of(step)
        .filter(it -> it.hasHappened() || it.isInDoubt())
        .filter(it -> runbook.map(known -> changed(means, run, known, it)).orElse(true))
        .map(it -> mark(it, runbook, it.hasHappened(), Optional.empty()));
  }

  /** A step that is done for several items changed what they did. */
  private static boolean changed(Means means, Run run, Runbook runbook, StepRecord record) {
    var path = record.path();
    if (!record.items().isEmpty() && path.item().isEmpty()) {
      return false;
    }
    var names = Names.of(runbook, means.surroundings(), means.clock().instant()).at(run, path);
    return action(runbook, path)
        .flatMap(action -> means.kinds().find(action.uses()).map(kind -> acts(kind, action, names)))
        .orElse(true);
  }

  /** What a kind cannot tell of arguments that are gone must not keep the run from ending. */
  private static boolean acts(Kind kind, Action action, Map<String, Object> names) {
    try {
      return !kind.effect(Given.of(kind, action, names, true).with()).readsOnly();
    } catch (RuntimeException _) {
      return true;
    }
  }

  private static Optional<Action> action(Runbook runbook, StepPath path) {
    var step = step(runbook, path);
    return path.phase() == Phase.ROLLBACK ? step.flatMap(Step::rollback) : step.map(Step::action);
  }

  private static Optional<Step> step(Runbook runbook, StepPath path) {
    var steps = runbook.steps(path.phase());
    return path.index() < steps.size() ? Optional.of(steps.get(path.index())) : Optional.empty();
  }

  private static Mark mark(
      StepRecord record, Optional<Runbook> runbook, boolean isSure, Optional<ByHand> hand) {
    var name = runbook.flatMap(it -> step(it, record.path())).map(Step::name).orElse(record.id());
    return new Mark(record.path(), name, record.attempts(), isSure, hand);
  }
}
