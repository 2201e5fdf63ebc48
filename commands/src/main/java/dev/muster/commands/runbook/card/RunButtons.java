package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block.Button;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import java.util.List;
import java.util.Optional;

/**
 * What can be done to a run as it stands. Each button names the run and, where it answers for a
 * step, the step with its attempt: a click that comes late does nothing and says so.
 */
final class RunButtons {

  private RunButtons() {}

  static List<Button> of(Run run) {
    return switch (run.state()) {
      case RunState.Queued _ -> List.of(plain("Cancel", "cancel", run), log(run));
      case RunState.Running _, RunState.Nesting _, RunState.Sleeping _ ->
          List.of(plain("Pause", "pause", run), cancel(run), log(run));
      case RunState.Paused _ ->
          List.of(Button.primary("Resume", "/runbook resume " + run.id()), cancel(run), log(run));
      case RunState.Asking(var step) -> asking(run, step);
      case RunState.NeedsAttention(var step, _) -> inNeed(run, step);
      case RunState.Ended _ ->
          run.hasSucceeded() || run.origin().isDry()
              ? List.of(log(run))
              : List.of(plain("Roll back", "rollback", run), log(run));
    };
  }

  private static List<Button> asking(Run run, StepPath step) {
    var at = at(run, step);
    return switch (run.question().map(asked -> asked.question()).orElse(null)) {
      case Question.Approval _ ->
          List.of(
              Button.primary("Approve", "/runbook approve " + at),
              Button.of("Reject", "/runbook reject " + at),
              cancel(run),
              log(run));
      case Question.Confirmation _ ->
          List.of(
              Button.primary("Yes", "/runbook confirm " + at),
              Button.of("No", "/runbook reject " + at),
              cancel(run),
              log(run));
      case Question.Checklist _ -> List.of(cancel(run), log(run));
      case null -> List.of(cancel(run), log(run));
    };
  }

  private static List<Button> inNeed(Run run, StepPath step) {
    var at = at(run, step);
    return List.of(
        Button.of("Retry", "/runbook retry " + at),
        Button.of("Mark done", "/runbook done " + at),
        Button.of("Skip", "/runbook skip " + at),
        Button.of("Abort", "/runbook abort " + at));
  }

  /** {@code 318 steps.3:2}: the run, the step and its attempt. */
  private static String at(Run run, StepPath step) {
    var attempt = run.steps().find(step).map(record -> record.attempts()).orElse(0);
    return run.id() + " " + step + ":" + attempt;
  }

  private static Button cancel(Run run) {
    var question = "Stop run " + run.id() + "? What is under way is interrupted.";
    return new Button("Cancel", "/runbook cancel " + run.id(), false, Optional.of(question));
  }

  private static Button log(Run run) {
    return plain("Log", "log", run);
  }

  private static Button plain(String label, String verb, Run run) {
    return Button.of(label, "/runbook " + verb + " " + run.id());
  }
}
