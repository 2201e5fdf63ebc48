package dev.muster.commands.runbook.review;

import dev.muster.commands.runbook.review.GlassWork.Subject;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Testimony;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that people hear when the glass of a run may be broken, and that glass that is broken
 * is told and looked at: in the transaction in which that came about.
 */
public record GlassWatch(Glass glass, GlassWork work, InstantSource clock) implements RunListener {

  @Override
  public void changed(Optional<Run> before, Run after) {
    asking(after)
        .filter(now -> !Optional.of(now).equals(before.flatMap(GlassWatch::asking)))
        .ifPresent(now -> whenItOpens(after, now));
    before.ifPresent(run -> broken(run, after));
  }

  private void whenItOpens(Run run, Subject.Unanswered now) {
    var rule = glass.rule().get();
    var asked = run.question().map(Asked::at);
    rule.flatMap(it -> asked.map(it::opens)).ifPresent(opens -> work.at(now, opens));
  }

  private void broken(Run before, Run after) {
    if (before.state() instanceof Asking(var step)
        && state(before, step) instanceof Asked asked
        && state(after, step) instanceof Answered answered) {
      Testimony.brokenBy(answered.result())
          .ifPresent(by -> {
            glass.reviews().add(review(after, step, asked, answered, by));
            work.at(new Subject.Broken(after.id()), clock.instant());
          });
    }
  }

  private static @Nullable StepState state(Run run, StepPath step) {
    return run.steps().find(step).map(StepRecord::state).orElse(null);
  }

  private static Review review(Run run, StepPath step, Asked asked, Answered answered, Who by) {
    return new Review(
        run.id(),
        step,
        run.origin().runbook().title(),
        asked.question().words(),
        by,
        String.valueOf(answered.result().get("reason")),
        answered.at(),
        Optional.empty());
  }

  private static Optional<Subject.Unanswered> asking(Run run) {
    var isApproval = run.question().filter(it -> it.question() instanceof Approval).isPresent();
    return isApproval && run.state() instanceof Asking(var step)
        ? Optional.of(new Subject.Unanswered(run.id(), step, attempts(run, step)))
        : Optional.empty();
  }

  private static int attempts(Run run, StepPath step) {
    return run.steps().find(step).map(StepRecord::attempts).orElse(0);
  }
}
