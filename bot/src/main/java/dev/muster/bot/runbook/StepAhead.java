package dev.muster.bot.runbook;

import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepPath;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A step that a run has not begun and comes to if all goes well.
 *
 * @param name what people read
 */
public record StepAhead(StepPath path, String name) {

  /** In their order; none of a run that is over. What is being undone leads to no further step. */
  static Stream<StepAhead> of(Run run, Runbook runbook) {
    return run.isOver()
        ? Stream.empty()
        : Stream.of(Phase.PREREQUISITES, Phase.STEPS, Phase.VERIFICATION, Phase.ALWAYS)
            .filter(phase -> phase.compareTo(run.course().phase()) >= 0)
            .flatMap(phase -> of(run, runbook, phase));
  }

  private static Stream<StepAhead> of(Run run, Runbook runbook, Phase phase) {
    var steps = runbook.steps(phase);
    return IntStream.range(0, steps.size())
        .mapToObj(index -> new StepAhead(StepPath.of(phase, index), steps.get(index).name()))
        .filter(step -> run.steps().find(step.path()).isEmpty());
  }
}
