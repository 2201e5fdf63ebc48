package dev.muster.commands.runbook.live;

import dev.muster.commands.runbook.card.NewsCard;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question.Approval;
import dev.muster.runbooks.kind.Question.Checklist;
import dev.muster.runbooks.kind.Question.Confirmation;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Asking;
import dev.muster.runbooks.run.RunState.NeedsAttention;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.StepState.Answer;
import dev.muster.runbooks.run.StepState.Answered;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.StepState.Done;
import dev.muster.runbooks.run.StepState.Skipped;
import dev.muster.runbooks.run.Vote;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Testimony;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What somebody just answered to a run that asked, or did about one that could not go on.
 *
 * @param step empty where it is of the run as a whole
 * @param what stands before the run, such as {@code Approved}
 * @param note stands behind its step; may be empty
 * @param reason as it was typed; may be empty
 */
record Decision(Optional<StepPath> step, Who by, String what, String note, String reason) {

  /** Empty where nobody said anything, or a checklist is not done yet. */
  static Optional<Decision> between(Run before, Run after) {
    if (before.state() instanceof NeedsAttention(var step, _)) {
      return mended(step, before, after).or(() -> undoing(Optional.of(step), before, after));
    }
    return before.state() instanceof Asking(var step)
        ? before
            .question()
            .flatMap(asked ->
                after
                    .steps()
                    .find(step)
                    .map(StepRecord::state)
                    .flatMap(now -> between(step, asked, now)))
        : undoing(Optional.empty(), before, after);
  }

  private static Optional<Decision> mended(StepPath step, Run before, Run after) {
    var earlier = before.steps().find(step).map(StepRecord::state);
    var now =
        after
            .steps()
            .find(step)
            .map(StepRecord::state)
            .filter(it -> !earlier.equals(Optional.of(it)));
    return switch (now.orElse(null)) {
      case Done(_, _, _, var words, var by) ->
          by.map(who -> mended(step, who, "Marked done", words));
      case Skipped(_, var words, var by, _) -> by.map(who -> mended(step, who, "Skipped", words));
      case null, default -> Optional.empty();
    };
  }

  /** That it was done, and by whom, is said before the reason. */
  private static Decision mended(StepPath step, Who by, String what, String words) {
    var isBare = words.equalsIgnoreCase(what + " by " + by.name());
    return new Decision(Optional.of(step), by, what, "", isBare ? "" : words);
  }

  private static Optional<Decision> undoing(Optional<StepPath> step, Run before, Run after) {
    var begins =
        before.course().phase() != Phase.ROLLBACK && after.course().phase() == Phase.ROLLBACK;
    return after
        .course()
        .endedBy()
        .filter(_ -> begins)
        .map(by -> new Decision(step, by, "Asked to roll back", "", ""));
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
    return new Decision(Optional.of(step), vote.by(), what, count, vote.reason());
  }

  private static Optional<Decision> confirmed(StepPath step, Answered answered) {
    var what = answered.answer() == Answer.YES ? "Confirmed" : "Said no to";
    return Testimony.confirmedBy(answered.result())
        .map(said -> new Decision(Optional.of(step), said.by(), what, "", said.reason()));
  }

  /** In the name of whoever ticked the last line. */
  private static Optional<Decision> ticked(StepPath step, int lines, List<Who> who) {
    var others = who.stream().skip(1).map(Who::name).collect(Collectors.joining(", "));
    var what = "Ticked " + (lines > 1 ? "all " : "") + Words.count(lines, "line") + " of";
    var with = others.isEmpty() ? "" : " (with " + others + ")";
    return who.stream()
        .findFirst()
        .map(last -> new Decision(Optional.of(step), last, what, with, ""));
  }

  /** For a timeline, where whoever said it stands beside it. */
  String words(Run run, Optional<Runbook> runbook) {
    var said =
        what + " run " + run.id() + step.map(path -> NewsCard.at(path, runbook)).orElse("") + note;
    var why = (said.endsWith("?") ? " " : ": ") + reason.strip();
    return reason.isBlank() ? said : said + why;
  }
}
