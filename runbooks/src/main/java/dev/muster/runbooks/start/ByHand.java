package dev.muster.runbooks.start;

import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepRecord.Trace;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.StepState.Tick;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Testimony;
import dev.muster.runbooks.run.rule.Testimony.Ticked;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people say they did for a step, of which Muster saw nothing.
 *
 * @param lines how many of a checklist were ticked
 * @param ticked by whom
 * @param confirmed who said that it is so
 * @param marked who said that the step is done, where Muster did not do it
 */
public record ByHand(int lines, List<Who> ticked, Optional<Who> confirmed, Optional<Who> marked) {

  public ByHand {
    ticked = List.copyOf(ticked);
  }

  /** Empty where nobody did anything: what comes before and after the steps only looks. */
  static Optional<ByHand> of(StepRecord record) {
    return switch (record.path().phase()) {
      case PREREQUISITES, VERIFICATION -> Optional.empty();
      case STEPS, ROLLBACK, ALWAYS -> said(record).filter(ByHand::isSomething);
    };
  }

  private static Optional<ByHand> said(StepRecord record) {
    return switch (record.state()) {
      case Done(_, var result, _, _, var by) ->
          Optional.of(of(result, by.filter(_ -> record.trace() != Trace.SURE)));
      case Skipped(_, _, _, var said) -> said.map(result -> of(result, Optional.empty()));
      default -> Optional.empty();
    };
  }

  private static ByHand of(Map<String, Object> result, Optional<Who> marked) {
    var ticks = Testimony.ticksOf(result);
    var people = ticks.stream().map(Ticked::tick).map(Tick::by).distinct().toList();
    return new ByHand(ticks.size(), people, Testimony.confirmedBy(result).map(Vote::by), marked);
  }

  private boolean isSomething() {
    return lines > 0 || confirmed.isPresent() || marked.isPresent();
  }
}
