package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.card.Says;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Itinerary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in place of a question that people were asked once it is answered. */
final class AnsweredCard {

  private AnsweredCard() {}

  /** Who answered what and when, and below it what was asked; no buttons. */
  static Message of(Run before, Run after, Optional<Runbook> runbook, Instant now) {
    var answer = Says.capital(answer(before, after, runbook));
    var asked = asked(before);
    return new Message(
        "Run " + after.id() + ": " + answer + ".",
        List.of(
            Block.line(Span.strong(answer), Span.text(" · "), Span.time(now)), Block.line(asked)));
  }

  /** {@code Run 318, Fail over, step 4: Promote the replica?}. */
  private static String asked(Run run) {
    var words =
        run.state() instanceof RunState.NeedsAttention(_, var known)
            ? known
            : run.question().map(asked -> asked.question().words()).orElse("");
    var step = at(run).map(path -> ", step " + (path.index() + 1)).orElse("");
    return "Run %s, %s%s: %s".formatted(run.id(), run.origin().runbook().title(), step, words);
  }

  private static Optional<StepPath> at(Run run) {
    return switch (run.state()) {
      case RunState.Asking(var step) -> Optional.of(step);
      case RunState.NeedsAttention(var step, _) -> Optional.of(step);
      default -> Optional.empty();
    };
  }

  /** What became of the step says it; where nothing did, what became of the run. */
  private static String answer(Run before, Run after, Optional<Runbook> runbook) {
    return unanswered(before, after)
        .or(() -> ofStep(before, after))
        .or(() -> ofRun(before, after, runbook))
        .orElse("it goes on");
  }

  /** Nobody answered, and it stands at the same step: that must not read as if it went on. */
  private static Optional<String> unanswered(Run before, Run after) {
    return after.state() instanceof RunState.NeedsAttention(var step, var words)
            && at(before).equals(Optional.of(step))
        ? Optional.of(words)
        : Optional.empty();
  }

  private static Optional<String> ofStep(Run before, Run after) {
    var earlier = at(before).flatMap(before.steps()::find).map(StepRecord::state);
    return at(before)
        .flatMap(after.steps()::find)
        .map(StepRecord::state)
        .filter(now -> !earlier.equals(Optional.of(now)))
        .map(AnsweredCard::became)
        .filter(words -> !words.isBlank());
  }

  /** What spoilt the run before is nobody's answer: then it is known who ended it. */
  private static Optional<String> ofRun(Run before, Run after, Optional<Runbook> runbook) {
    var verdict = after.course().verdict();
    var isNews = before.course().verdict().isGood() && !verdict.isGood();
    var phase = after.course().phase();
    var by = after.course().endedBy().map(Who::name);
    if (phase == Phase.ROLLBACK && before.course().phase() != phase) {
      var wants = by.map(name -> verdict.words().endsWith(name + " wants it rolled back"));
      var news = isNews && !wants.orElse(false) ? verdict.words() : "";
      return Optional.of(rollingBack(news, by, doubt(after, runbook)));
    }
    var isEnded = after.isOver() || phase != before.course().phase();
    return isNews
        ? Optional.of(verdict.words())
        : Optional.of(by.map(name -> name + " ended it").orElse("it was ended"))
            .filter(_ -> isEnded);
  }

  private static String rollingBack(String news, Optional<String> by, Optional<String> doubt) {
    if (!news.isBlank()) {
      return news + "; " + doubt.orElse("it is being rolled back");
    }
    var begun = by.map(name -> name + " has it rolled back").orElse("it is being rolled back");
    return doubt
        .map(first -> by.map(name -> name + " wants it rolled back: ").orElse("") + first)
        .orElse(begun);
  }

  /** What is not known is asked before anything is undone: then that has not begun. */
  private static Optional<String> doubt(Run run, Optional<Runbook> runbook) {
    return runbook
        .flatMap(it -> new Itinerary(it).inDoubt(run))
        .map(stop -> "whether " + stop.place() + ", happened must be known first");
  }

  private static String became(StepState state) {
    return switch (state) {
      case StepState.Answered answered -> answered.words();
      case StepState.Retrying retrying -> retrying.words();
      case StepState.Done(_, _, _, var words, var by) -> said(by, "marked it done", words);
      case StepState.Skipped(_, var words, var by, _) -> said(by, "skipped it", words);
      case StepState.Settled settled -> settled.words();
      default -> "";
    };
  }

  /** Their words alone do not say who. */
  private static String said(Optional<Who> by, String what, String words) {
    return by.filter(who -> !words.endsWith(" by " + who.name()))
        .map(who -> who.name() + " " + what + ": " + words)
        .orElse(words);
  }
}
