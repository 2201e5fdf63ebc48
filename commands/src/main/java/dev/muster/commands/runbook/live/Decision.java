package dev.muster.commands.runbook.live;

import dev.muster.commands.runbook.card.NewsCard;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.rule.Testimony;
import java.util.Optional;

/**
 * What somebody just said to a run that asked for approval.
 *
 * @param quorum how many have to approve it
 */
record Decision(StepPath step, Vote vote, int quorum) {

  /** Empty where nobody said anything. */
  static Optional<Decision> between(Run before, Run after) {
    return before.state() instanceof Asking(var step)
        ? before
            .question()
            .filter(asked -> asked.question() instanceof Approval)
            .flatMap(asked ->
                vote(asked, after, step)
                    .map(vote -> new Decision(step, vote, ((Approval) asked.question()).quorum())))
        : Optional.empty();
  }

  private static Optional<Vote> vote(Asked before, Run after, StepPath step) {
    return after
        .steps()
        .find(step)
        .map(StepRecord::state)
        .flatMap(state ->
            switch (state) {
              case Asked asked ->
                  asked.votes().stream().filter(vote -> !before.votes().contains(vote)).findFirst();
              case Answered answered -> Testimony.decidedBy(answered.result());
              default -> Optional.empty();
            });
  }

  /** For a timeline, where whoever said it stands beside it. */
  String words(Run run, Optional<Runbook> runbook) {
    var where = "run " + run.id() + NewsCard.at(step, runbook);
    var what =
        switch (vote.choice()) {
          case APPROVE -> "Approved " + where + (quorum > 1 ? " (one of " + quorum + ")" : "");
          case REJECT -> "Rejected " + where;
          case BREAK_GLASS -> "Broke the glass of " + where;
        };
    return vote.reason().isBlank() ? what : what + ": " + vote.reason().strip();
  }
}
