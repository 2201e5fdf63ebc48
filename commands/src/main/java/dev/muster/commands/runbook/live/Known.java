package dev.muster.commands.runbook.live;

import dev.muster.commands.runbook.card.Says;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepRecord;
import java.util.stream.Collectors;

/** What a timeline has behind how a run stands: why it needs a person, and what was undone. */
final class Known {

  private static final int MOST = 5;

  private Known() {}

  /** With a full stop before it; may be empty. */
  static String of(Run run, Runbook runbook) {
    return switch (run.state()) {
      case RunState.NeedsAttention(_, var words) -> ". " + Says.capital(words);
      case RunState.Ended _ -> undone(run, runbook);
      default -> "";
    };
  }

  private static String undone(Run run, Runbook runbook) {
    var names =
        run.steps().in(Phase.ROLLBACK).stream()
            .filter(StepRecord::isDone)
            .map(step -> runbook.steps(Phase.STEPS).get(step.path().index()).name())
            .distinct()
            .toList();
    if (names.isEmpty()) {
      return "";
    }
    var more = names.size() - MOST;
    return names.stream().limit(MOST).collect(Collectors.joining(", ", ". Undone: ", ""))
        + (more > 0 ? " and " + Words.count(more, "more step") : "");
  }
}
