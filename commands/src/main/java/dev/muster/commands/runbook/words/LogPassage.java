package dev.muster.commands.runbook.words;

import static java.time.temporal.ChronoUnit.MINUTES;

import dev.muster.runbooks.engine.port.RunLog.Line;
import dev.muster.runbooks.engine.port.RunLog.Numbered;
import dev.muster.runbooks.engine.port.RunLog.Source;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.StepPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was logged of one step within one minute, so that the time and the step are said once.
 *
 * @param step as the message of the run calls it; empty for the run as a whole
 * @param isEvent whether it happened to the run, and is no step's output
 */
public record LogPassage(Instant at, String step, boolean isEvent, List<Numbered> lines) {

  public LogPassage {
    lines = List.copyOf(lines);
  }

  /**
   * A page of the log.
   *
   * @param runbook empty where nobody can say what its steps are called
   */
  public static List<LogPassage> of(List<Numbered> page, Optional<Runbook> runbook) {
    var passages = new ArrayList<List<Numbered>>();
    for (var line : page) {
      if (passages.isEmpty() || !isOfOne(passages.getLast().getFirst().line(), line.line())) {
        passages.add(new ArrayList<>());
      }
      passages.getLast().add(line);
    }
    return passages.stream().map(lines -> passage(lines, runbook)).toList();
  }

  private static boolean isOfOne(Line one, Line other) {
    return one.path().equals(other.path())
        && one.source() == other.source()
        && one.at().truncatedTo(MINUTES).equals(other.at().truncatedTo(MINUTES));
  }

  private static LogPassage passage(List<Numbered> lines, Optional<Runbook> runbook) {
    var first = lines.getFirst().line();
    var step = StepPath.parse(first.path()).map(path -> step(path, runbook)).orElse("");
    return new LogPassage(first.at(), step, first.source() == Source.EVENT, lines);
  }

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
}
