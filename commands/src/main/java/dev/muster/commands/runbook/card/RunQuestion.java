package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Permissions.Approval;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepState.Asked;
import dev.muster.runbooks.run.Vote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run asks people now. */
final class RunQuestion {

  private static final int LINES = 20;

  private RunQuestion() {}

  static List<Block> of(Run run) {
    if (!(run.state() instanceof RunState.Asking)) {
      return List.of();
    }
    return run.question().map(asked -> lines(run, asked)).orElse(List.of());
  }

  private static List<Block> lines(Run run, Asked asked) {
    var blocks = new ArrayList<Block>();
    if (!asked.question().words().isBlank()) {
      blocks.add(new Block.Line(TimesInText.of(asked.question().words(), Span::strong)));
    }
    switch (asked.question()) {
      case Question.Approval approval -> blocks.add(Block.line(votes(approval, asked.votes())));
      case Question.Confirmation _ -> blocks.add(Block.line("Somebody has to say yes or no."));
      case Question.Checklist list -> blocks.addAll(checklist(run, list, asked));
    }
    asked.until().ifPresent(until -> blocks.add(Block.line(Span.text("Until "), Span.time(until))));
    return blocks;
  }

  private static String votes(Question.Approval approval, List<Vote> votes) {
    var rule = new Approval(approval.roles(), approval.quorum(), approval.notRequester());
    var yes = votes.stream().filter(Vote::isFor).map(vote -> vote.by().name()).toList();
    var so = yes.isEmpty() ? "" : " · approved by " + String.join(", ", yes);
    return "Needs " + Says.approval(rule) + so;
  }

  /**
   * Each line with the number that is typed to tick it; an open one leads to its own tick, a ticked
   * one says who and when. Of a long list those that are ticked stand in one line, so that all that
   * is open comes into sight.
   */
  private static List<Block> checklist(Run run, Question.Checklist list, Asked asked) {
    var blocks = new ArrayList<Block>();
    var at = RunButtons.at(run, ((RunState.Asking) run.state()).step());
    var size = list.lines().size();
    var isLong = size > LINES;
    if (isLong) {
      blocks.add(Block.line("☑ %d of %d done".formatted(asked.ticked().size(), size)));
    }
    for (var i = 0; i < size && blocks.size() < LINES + 1; i++) {
      var tick = Optional.ofNullable(asked.ticked().get(i));
      if (isLong && tick.isPresent()) {
        continue;
      }
      var line = list.lines().get(i);
      var number = (i + 1) + " ";
      var command = "/runbook tick " + at + " " + (i + 1);
      blocks.add(
          tick.<Block>map(done -> StepLine.ticked(number, line, done))
              .orElseGet(() ->
                  new Block.Row(
                      List.of(Span.text(number + "☐ " + line)), Button.of("☐ " + line, command))));
    }
    return blocks;
  }
}
