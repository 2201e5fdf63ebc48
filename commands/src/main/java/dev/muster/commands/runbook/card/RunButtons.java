package dev.muster.commands.runbook.card;

import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.StepPath;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be done to a run as it stands, and nothing else. Each button names the run and, where it
 * answers for a step, the step with its attempt: a click that comes late does nothing and says so.
 */
public final class RunButtons {

  private RunButtons() {}

  /** The likeliest first, in rows. */
  static List<List<Button>> rows(Run run, Runbook runbook) {
    return switch (run.state()) {
      case RunState.NeedsAttention(var step, _) ->
          List.of(inNeed(run, step), withLog(run, leaving(run, runbook)));
      case RunState.Asking(var step) -> List.of(withLog(run, asking(run, step, true)));
      default -> List.of(withLog(run, usual(run, runbook)));
    };
  }

  /** What is said to it by whoever was just told that it needs people. */
  static List<Button> answers(Run run) {
    return switch (run.state()) {
      case RunState.Asking(var step) -> asking(run, step, false);
      case RunState.NeedsAttention(var step, _) -> inNeed(run, step);
      default -> List.of();
    };
  }

  static List<Button> usual(Run run, Runbook runbook) {
    var buttons = new ArrayList<Button>();
    switch (run.state()) {
      case RunState.Running _, RunState.Nesting _, RunState.Sleeping _ ->
          buttons.add(plain("Pause", "pause", run));
      case RunState.Paused _ ->
          buttons.add(Button.primary("Resume", "/runbook resume " + run.id()));
      default -> {}
    }
    if (!run.isOver()) {
      buttons.addAll(stopping(run, runbook));
    } else if (!run.hasSucceeded()) {
      undo(run, runbook, "rollback").ifPresent(buttons::add);
      again(run).ifPresent(buttons::add);
    }
    return buttons;
  }

  /** What failed, with the same inputs; its secrets are asked for anew, as those of any run. */
  private static Optional<Button> again(Run run) {
    var origin = run.origin();
    var isOwn = !origin.isDry() && origin.parent().isEmpty();
    var incident =
        origin.place().flatMap(place -> place.incident()).map(it -> " for:#" + it).orElse("");
    var command = "/runbook run " + origin.runbook().name() + " again:" + run.id() + incident;
    return Optional.of(Button.of("Run again", command))
        .filter(_ -> isOwn && run.course().verdict().standing() == Standing.FAILED);
  }

  /** What is being undone or cleaned up is not cut off. */
  private static List<Button> stopping(Run run, Runbook runbook) {
    var buttons = new ArrayList<Button>();
    if (run.course().isLimited() || isUnread(run)) {
      buttons.add(cancel(run));
    }
    if (run.course().isLimited() && !isUnread(run)) {
      undo(run, runbook, "cancel").ifPresent(buttons::add);
    }
    return buttons;
  }

  private static boolean isUnread(Run run) {
    return run.state() instanceof RunState.Paused(var by, _) && by.equals(Who.MUSTER);
  }

  private static List<Button> asking(Run run, StepPath step, boolean canStop) {
    var at = at(run, step);
    var buttons = new ArrayList<Button>();
    switch (run.question().map(asked -> asked.question()).orElse(null)) {
      case Question.Approval _ -> {
        buttons.add(Button.primary("Approve", "/runbook approve " + at));
        buttons.add(Button.of("Reject", "/runbook reject " + at));
      }
      case Question.Confirmation _ -> {
        buttons.add(Button.primary("Yes", "/runbook confirm " + at));
        buttons.add(Button.of("No", "/runbook reject " + at));
      }
      case Question.Checklist _ -> {}
      case null -> {}
    }
    if (canStop && run.course().isLimited()) {
      buttons.add(cancel(run));
    }
    return buttons;
  }

  /** What stands before the steps to guard them is not gone round. */
  private static List<Button> inNeed(Run run, StepPath step) {
    var at = at(run, step);
    var buttons = new ArrayList<Button>();
    if (step.phase() == run.course().phase()) {
      buttons.add(Button.primary("Retry", "/runbook retry " + at));
    }
    if (!run.isAtGuard()) {
      buttons.add(
          asking("Mark done", "/runbook done " + at, "Was this done, and does run %s go on?", run));
      buttons.add(
          asking("Skip", "/runbook skip " + at, "Leave this out? Run %s goes on without it.", run));
    }
    return buttons;
  }

  private static List<Button> leaving(Run run, Runbook runbook) {
    var buttons = new ArrayList<Button>();
    if (run.course().isLimited() && new Itinerary(runbook).askedInDoubt(run).isEmpty()) {
      undo(run, runbook, "rollback").ifPresent(buttons::add);
    }
    var abort = "/runbook abort " + at(run, ((RunState.NeedsAttention) run.state()).step());
    buttons.add(asking("Abort", abort, "End run %s here? What it did stays done.", run));
    return buttons;
  }

  /** Only where something can be undone. */
  private static Optional<Button> undo(Run run, Runbook runbook, String verb) {
    var itinerary = new Itinerary(runbook);
    if (run.origin().isDry() || !itinerary.canUndo(run)) {
      return Optional.empty();
    }
    var steps = itinerary.undoable(run).size();
    var question =
        (verb.equals("cancel") ? "Stop run %s and undo what it did" : "Undo what run %s did")
            + (steps > 0 ? ": " + Words.count(steps, "step") + "?" : "?")
            + itinerary.inDoubt(run).map(RunButtons::settledFirst).orElse("");
    var command = "/runbook " + verb + " " + run.id() + (verb.equals("cancel") ? " rollback" : "");
    return Optional.of(asking("Roll back", command, question, run));
  }

  /** {@code 318 steps.3:2}: the run, and the step with its attempt where it waits for people. */
  public static String at(Run run) {
    return switch (run.state()) {
      case RunState.Asking(var step) -> at(run, step);
      case RunState.NeedsAttention(var step, _) -> at(run, step);
      default -> run.id().toString();
    };
  }

  private static String settledFirst(Stop doubt) {
    return " Whether step " + (doubt.path().index() + 1) + " happened is asked first.";
  }

  /** {@code 318 steps.3:2}: the run, the step and its attempt. */
  static String at(Run run, StepPath step) {
    var attempt = run.steps().find(step).map(record -> record.attempts()).orElse(0);
    return run.id() + " " + step + ":" + attempt;
  }

  private static Button cancel(Run run) {
    var question = "Stop run %s? What is under way is interrupted.";
    return asking("Cancel", "/runbook cancel " + run.id(), question, run);
  }

  private static Button asking(String label, String command, String question, Run run) {
    return new Button(label, command, false, Optional.of(question.formatted(run.id())));
  }

  private static List<Button> withLog(Run run, List<Button> buttons) {
    var all = new ArrayList<>(buttons);
    all.add(log(run));
    return all;
  }

  static Button log(Run run) {
    return plain("Log", "log", run);
  }

  private static Button plain(String label, String verb, Run run) {
    return Button.of(label, "/runbook " + verb + " " + run.id());
  }
}
