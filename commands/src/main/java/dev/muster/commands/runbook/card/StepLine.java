package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.rule.Testimony;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a run on one line: how it stands, what it is, what came of it and how long it took.
 */
final class StepLine {

  private StepLine() {}

  static Block.Line of(Run run, Runbook runbook, StepPath path, Instant now) {
    var step = runbook.steps(path.phase()).get(path.index());
    var undo = path.phase() == Phase.ROLLBACK ? "Undo: " : "";
    var name = (path.index() + 1) + " " + undo + step.name();
    return run.steps()
        .find(path)
        .map(record -> known(run, record, name, now))
        .orElseGet(() -> Block.line("· " + name));
  }

  /** Who had ticked what of a checklist by the time at which it was left out. */
  static List<Block> ticks(Run run, StepPath path) {
    return run.steps().find(path).map(StepRecord::state).orElse(null)
            instanceof StepState.Skipped(_, _, _, var said)
        ? said.map(Testimony::ticksOf).orElseGet(List::of).stream()
            .<Block>map(one -> ticked("", one.line(), one.tick()))
            .toList()
        : List.of();
  }

  /**
   * {@code 1 ☑ Tell support · Bea Boss, 10:00}.
   *
   * @param number with a space behind it, where somebody may type it
   */
  static Block.Line ticked(String number, String line, StepState.Tick tick) {
    return Block.line(
        Span.text(number + "☑ " + line + " · " + tick.by().name() + ", "), Span.time(tick.at()));
  }

  private static Block.Line known(Run run, StepRecord record, String name, Instant now) {
    var took = " · " + Words.duration(record.duration(now));
    return switch (record.state()) {
      case StepState.Started(var at, _) -> since("▶ " + name, at, "");
      case StepState.Resting(var began, _, _, var words) ->
          since("▶ " + name, began, behind(words));
      case StepState.Retrying(var until, _, var words) ->
          line(Span.strong("↻ " + name), behind(words) + " · again at ", Span.time(until));
      case StepState.Asked asked -> since("? " + name, asked.at(), "");
      case StepState.Answered(_, _, _, var words) -> line("▶ " + name + behind(words));
      case StepState.Nested(_, var child) -> Block.line("▶ " + name + " · as run " + child);
      case StepState.Each _ -> Block.line(each(run, record, name, record.items().size()));
      case StepState.Done done -> line("✓ " + name + behind(done.words()) + took);
      case StepState.Skipped(_, var words, _, _) ->
          line("– " + name + " · skipped" + behind(words));
      case StepState.Failed(_, _, var words) -> line("✗ " + name + behind(words) + took);
      case StepState.Unclear(_, _, var words) ->
          line("⚠ " + name + " · nobody knows whether it happened" + behind(words));
    };
  }

  /** A time that stays right while nobody edits the message. */
  private static Block.Line since(String name, Instant at, String behind) {
    var spans = new ArrayList<>(List.of(Span.strong(name), Span.text(" · since "), Span.time(at)));
    spans.addAll(TimesInText.of(behind));
    return new Block.Line(spans);
  }

  private static Block.Line line(Span first, String behind, Span last) {
    var spans = new ArrayList<>(List.of(first));
    spans.addAll(TimesInText.of(behind));
    spans.add(last);
    return new Block.Line(spans);
  }

  private static Block.Line line(String text) {
    return new Block.Line(TimesInText.of(text));
  }

  private static String each(Run run, StepRecord record, String name, int items) {
    var done = run.steps().items(record.path()).stream().filter(StepRecord::isSettled).count();
    return "▶ %s · %d of %d".formatted(name, done, items);
  }

  private static String behind(String words) {
    return words.isBlank() || words.equals("done") ? "" : " · " + words;
  }
}
