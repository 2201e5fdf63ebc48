package dev.muster.commands.runbook.live;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands in place of a question that people were asked once it is answered. */
final class AnsweredCard {

  private AnsweredCard() {}

  /** Who answered what and when, and below it what was asked; no buttons. */
  static Message of(Run before, Run after, Instant now) {
    var words = answer(before, after);
    var answer = Character.toUpperCase(words.charAt(0)) + words.substring(1);
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

  /** What became of the step says it; where nothing did, the run was ended or is undone. */
  private static String answer(Run before, Run after) {
    var earlier = at(before).flatMap(before.steps()::find);
    return at(before)
        .flatMap(after.steps()::find)
        .filter(now -> !earlier.map(StepRecord::state).equals(Optional.of(now.state())))
        .map(now -> became(now.state()))
        .filter(words -> !words.isBlank())
        .or(() -> Optional.of(after.course().verdict().words()).filter(it -> !it.isBlank()))
        .orElse("it goes on");
  }

  private static String became(StepState state) {
    return switch (state) {
      case StepState.Answered answered -> answered.words();
      case StepState.Retrying retrying -> retrying.words();
      case StepState.Done(_, _, _, var words, var by) -> said(by, "marked it done", words);
      case StepState.Skipped(_, var words, var by) -> said(by, "skipped it", words);
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
