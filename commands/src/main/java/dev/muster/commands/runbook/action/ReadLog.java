package dev.muster.commands.runbook.action;

import static java.time.temporal.ChronoUnit.MINUTES;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Span;
import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.StepPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    var first = from.matches("\\d{1,9}") ? Math.max(1, Long.parseLong(from)) : 1;
    var lines = target.desk().means().log().page(run.id(), first - 1, LINES + 1);
    var heading = "Log of run " + run.id() + " · " + run.origin().runbook().title();
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    if (lines.isEmpty()) {
      blocks.add(Block.line(first == 1 ? "It has said nothing yet." : "There is nothing more."));
      return new Message(heading, blocks);
    }
    var runbook = target.desk().pinned(run).map(Definition::runbook);
    said(lines.stream().limit(LINES).toList()).forEach(said -> blocks.add(block(said, runbook)));
    if (lines.size() > LINES) {
      var more = "/runbook log " + run.id() + " " + (first + LINES);
      blocks.add(new Block.Buttons(List.of(Button.of("More", more))));
    }
    return new Message(heading, blocks);
  }

  /** What one step said within one minute stands together, so that the time is not repeated. */
  private static List<List<Numbered>> said(List<Numbered> lines) {
    var said = new ArrayList<List<Numbered>>();
    for (var line : lines) {
      if (said.isEmpty() || !isOfOne(said.getLast().getFirst().line(), line.line())) {
        said.add(new ArrayList<>());
      }
      said.getLast().add(line);
    }
    return said;
  }

  private static boolean isOfOne(Line one, Line other) {
    return one.path().equals(other.path())
        && one.at().truncatedTo(MINUTES).equals(other.at().truncatedTo(MINUTES));
  }

  private static Block block(List<Numbered> said, Optional<Runbook> runbook) {
    var first = said.getFirst().line();
    var step = StepPath.parse(first.path()).map(path -> " · " + step(path, runbook)).orElse("");
    var text = said.stream().map(ReadLog::line).collect(Collectors.joining("\n"));
    return Block.line(Span.time(first.at()), Span.text(step + " · "), Span.code(text));
  }

  /** As the message of the run calls it; its path where nobody can say what it is. */
  private static String step(StepPath path, Optional<Runbook> runbook) {
    var phase = path.phase() == Phase.ROLLBACK ? Phase.STEPS : path.phase();
    return runbook
        .map(it -> it.steps(phase))
        .filter(steps -> path.index() < steps.size())
        .map(steps -> {
          var undo = path.phase() == Phase.ROLLBACK ? "Undo: " : "";
          return (path.index() + 1) + " " + undo + steps.get(path.index()).name();
        })
        .orElse(path.toString());
  }

  private static String line(Numbered numbered) {
    var text = numbered.line().text();
    var cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return numbered.number() + " " + cut;
  }
}
