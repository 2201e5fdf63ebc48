package dev.muster.commands.runbook.card;

import dev.muster.commands.runbook.words.Awaited;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.StepState;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.Wish;
import java.time.Instant;

/** How a run stands in a few words that stay true until it stands otherwise. */
final class RunStanding {

  private RunStanding() {}

  static String of(Run run, Instant now) {
    return switch (run.state()) {
      case RunState.Asking _ -> asking(run);
      case RunState.Running _ -> run.course().wish().map(RunStanding::wished).orElse(going(run));
      case RunState.Nesting(_, var child) ->
          run.course().wish().map(RunStanding::wished).orElse("run " + child + " goes on for it");
      case RunState.Sleeping(var step, _) -> sleeping(run, step);
      case RunState.Paused(var by, _) when by.equals(Who.MUSTER) -> "rests, its runbook is unread";
      case RunState.Queued _, RunState.Paused _, RunState.NeedsAttention _, RunState.Ended _ ->
          RunLine.standing(run, now);
    };
  }

  private static String sleeping(Run run, StepPath path) {
    var step = "step " + (path.index() + 1);
    return run.steps().find(path).map(StepRecord::state).orElse(null) instanceof StepState.Retrying
        ? "waits to try " + step + " again"
        : "waits at " + step;
  }

  static String asking(Run run) {
    return run.question()
        .map(asked -> "waits for " + Awaited.by(asked.question()))
        .orElse(Awaited.WAITS_FOR_PEOPLE);
  }

  private static String wished(Wish wish) {
    return switch (wish.what()) {
      case RESUME -> "goes on";
      case PAUSE -> "pauses after this step";
      case CANCEL -> "stops";
      case CANCEL_AND_ROLL_BACK -> "stops and rolls back";
    };
  }

  private static String going(Run run) {
    return switch (run.course().phase()) {
      case PREREQUISITES -> run.steps().all().isEmpty() ? "begins" : "checks first";
      case STEPS -> "running";
      case VERIFICATION -> "verifies";
      case ROLLBACK -> "rolls back";
      case ALWAYS -> "cleans up";
    };
  }
}
