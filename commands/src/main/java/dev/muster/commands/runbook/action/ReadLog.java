package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Span;
import dev.muster.commands.runbook.words.LogPassage;
import dev.muster.commands.runbook.words.TimesInText;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.run.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code /runbook log}: what a run's steps said and people did, page by page. */
record ReadLog(RunTarget target) implements LookAtRun {

  private static final int LINES = 25;
  private static final int LONGEST = 300;

  @Override
  public String name() {
    return "runbook log";
  }

  @Override
  public List<String> aliases() {
    return List.of("logs", "output");
  }

  @Override
  public String arguments() {
    return "[run] [line]";
  }

  @Override
  public String summary() {
    return "Shows what a run's steps said and what people did, from a line on";
  }

  @Override
  public RunRef ref(Typed typed, Place place) {
    return target.withLine(typed, place, false);
  }

  @Override
  public Message of(Run run, String from) {
    long first = RunRef.line(from).map(line -> Math.max(1, line)).orElse(1L);
    var lines = target.desk().means().log().page(run.id(), first - 1, LINES + 1);
    var heading = "Log of run " + run.id() + " · " + run.origin().runbook().title();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    if (lines.isEmpty()) {
      blocks.add(Block.line(first == 1 ? "It has said nothing yet." : "There is nothing more."));
      return new Message(heading, blocks);
    }
    var runbook = target.desk().pinned(run).map(Definition::runbook);
    LogPassage.of(lines.stream().limit(LINES).toList(), runbook)
        .forEach(passage -> blocks.add(block(passage)));
    if (lines.size() > LINES) {
      var more = "/runbook log " + run.id() + " " + (first + LINES);
      blocks.add(new Block.Buttons(List.of(Button.of("More", more))));
    }
    return new Message(heading, blocks);
  }

  /** What happened stands in words, with its times as the reader's own; output as it came. */
  private static Block block(LogPassage passage) {
    var spans = new ArrayList<Span>();
    spans.add(Span.time(passage.at()));
    spans.add(Span.text((passage.step().isEmpty() ? "" : " · " + passage.step()) + " · "));
    var text = passage.lines().stream().map(ReadLog::line).collect(Collectors.joining("\n"));
    if (passage.isEvent()) {
      spans.addAll(TimesInText.of(text));
    } else {
      spans.add(Span.code(text));
    }
    return new Block.Line(spans);
  }

  private static String line(Numbered numbered) {
    var text = numbered.line().text();
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return numbered.number() + " " + cut;
  }
}
