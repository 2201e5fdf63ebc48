package dev.muster.commands.runbook.live;

import dev.muster.commands.runbook.card.NewsCard;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.kind.Question.Confirmation;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Answer;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Testimony;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody just answered to a run that asked.
 *
 * @param what stands before the run, such as {@code Approved}
 * @param note stands behind its step; may be empty
 * @param reason as it was typed; may be empty
 */
record Decision(StepPath step, Who by, String what, String note, String reason) {

  /** Empty where nobody said anything, or a checklist is not done yet. */
  static Optional<Decision> between(Run before, Run after) {
    return before.state() instanceof Asking(var step)
        ? before
            .question()
            .flatMap(asked ->
                after
                    .steps()
                    .find(step)
                    .map(StepRecord::state)
                    .flatMap(now -> between(step, asked, now)))
        : Optional.empty();
  }

  private static Optional<Decision> between(StepPath step, Asked before, StepState now) {
    return switch (before.question()) {
      case Approval approval -> vote(before, now).map(vote -> voted(step, vote, approval.quorum()));
      case Confirmation _ ->
          now instanceof Answered answered ? confirmed(step, answered) : Optional.empty();
      case Checklist(_, var lines) ->
          now instanceof Answered answered
              ? ticked(step, lines.size(), Testimony.tickedBy(answered.result()))
              : Optional.empty();
    };
  }

  private static Optional<Vote> vote(Asked before, StepState now) {
    return switch (now) {
      case Asked asked ->
          asked.votes().stream().filter(vote -> !before.votes().contains(vote)).findFirst();
      case Answered answered -> Testimony.decidedBy(answered.result());
      default -> Optional.empty();
    };
  }

  private static Decision voted(StepPath step, Vote vote, int quorum) {
    var what =
        switch (vote.choice()) {
          case APPROVE -> "Approved";
          case REJECT -> "Rejected";
          case BREAK_GLASS -> "Broke the glass of";
        };
    var isOneOf = vote.choice() == Vote.Choice.APPROVE && quorum > 1;
    var count = isOneOf ? " (one of " + quorum + ")" : "";
    return new Decision(step, vote.by(), what, count, vote.reason());
  }

  private static Optional<Decision> confirmed(StepPath step, Answered answered) {
    var what = answered.answer() == Answer.YES ? "Confirmed" : "Said no to";
    return Testimony.confirmedBy(answered.result())
        .map(said -> new Decision(step, said.by(), what, "", said.reason()));
  }

  /** In the name of whoever ticked the last line. */
  private static Optional<Decision> ticked(StepPath step, int lines, List<Who> who) {
    var others = who.stream().skip(1).map(Who::name).collect(Collectors.joining(", "));
    var what = "Ticked " + (lines > 1 ? "all " : "") + Words.count(lines, "line") + " of";
    var with = others.isEmpty() ? "" : " (with " + others + ")";
    return who.stream().findFirst().map(last -> new Decision(step, last, what, with, ""));
  }

  /** For a timeline, where whoever said it stands beside it. */
  String words(Run run, Optional<Runbook> runbook) {
    var said = what + " run " + run.id() + NewsCard.at(step, runbook) + note;
    var why = (said.endsWith("?") ? " " : ": ") + reason.strip();
    return reason.isBlank() ? said : said + why;
  }
}
