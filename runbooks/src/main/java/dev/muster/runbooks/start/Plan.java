package dev.muster.runbooks.start;

import dev.muster.runbooks.kind.Effect;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Origin;
import dev.muster.runbooks.run.StepPath;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a run would do, as far as that is known before it begins.
 *
 * @param problems why it cannot be run so, for people
 */
public record Plan(Definition definition, Origin origin, List<Line> lines, List<String> problems) {

  public Plan {
    lines = List.copyOf(lines);
    problems = List.copyOf(problems);
  }

  /**
   * One step.
   *
   * @param does what its kind says that it does with what is known
   * @param effect of it, as far as that is known
   * @param plan of the runbook that it starts
   */
  public record Line(
      StepPath path,
      String name,
      String does,
      Effect effect,
      Whether whether,
      Optional<String> undoes,
      boolean pointOfNoReturn,
      Optional<Plan> plan) {}

  /** Whether a step will be done. */
  public enum Whether {
    YES,
    /** Its `if` does not hold. */
    NO,
    /** Only what comes before it shows. */
    DEPENDS
  }

  /** What it does to the world at most. */
  public Effect effect() {
    return effect(EnumSet.of(Whether.YES, Whether.DEPENDS), Plan::effect);
  }

  /** What it does to the world in any case, whatever is still to be known. */
  public Effect least() {
    return effect(EnumSet.of(Whether.YES), Plan::least);
  }

  private Effect effect(Set<Whether> counted, Function<Plan, Effect> nested) {
    return lines.stream()
        .filter(line -> counted.contains(line.whether()))
        .map(line -> line.plan().map(nested).orElse(line.effect()))
        .reduce(Effect.READS, Effect::or);
  }

  public boolean canBeRun() {
    return problems.isEmpty();
  }
}
