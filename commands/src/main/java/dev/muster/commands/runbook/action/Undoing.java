package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.card.RunButtons;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Phase;
import dev.muster.runbooks.language.Runbook;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.rule.Itinerary;
import dev.muster.runbooks.run.rule.Ruling;
import java.util.List;

/** Whether what a run did can be undone when it is stopped, and what is said of that. */
final class Undoing {

  private Undoing() {}

  /** Also where that may come of what is under way. */
  static boolean isPossible(Desk desk, Run run) {
    return !run.isOver()
        && !run.origin().isDry()
        && desk.pinned(run).filter(it -> isPossible(desk, run, it.runbook())).isPresent();
  }

  private static boolean isPossible(Desk desk, Run run, Runbook runbook) {
    return new Itinerary(runbook).canUndo(run)
        || switch (run.state()) {
          case RunState.Running _, RunState.Sleeping _, RunState.Paused _ ->
              runbook.steps(Phase.STEPS).stream().anyMatch(step -> step.rollback().isPresent());
          case RunState.Nesting(_, var child) ->
              desk.means().store().find(child).filter(it -> isPossible(desk, it)).isPresent();
          case RunState.Queued _, RunState.Asking _, RunState.NeedsAttention _, RunState.Ended _ ->
              false;
        };
  }

  /** Asks what is meant, with a button for each. */
  static Reply question(Run run, String verb, Cancelling cancelling) {
    var isCancel = verb.equals("cancel");
    var plain = "/runbook " + verb + " " + (isCancel ? run.id() : RunButtons.at(run));
    var undo = isCancel ? plain + " " + cancelling.undoing() : "/runbook rollback " + run.id();
    var words = "Is what run %s did to be undone too?".formatted(run.id());
    var said =
        cancelling.said().isEmpty()
            ? ""
            : " \"" + Words.echo(cancelling.said()) + "\" is not clear.";
    var nothing = "Nothing was " + (isCancel ? "cancelled" : "ended") + " yet.";
    var both = isCancel ? "Cancel and roll back" : "Roll back";
    var only = isCancel ? "Cancel, undo nothing" : "Abort, undo nothing";
    return Reply.error(
        Reply.Error.UNCONFIRMED,
        Message.of(
            words + said + " " + nothing,
            Block.line(words + said),
            Block.line(nothing),
            new Block.Buttons(
                List.of(
                    Button.primary(both, undo),
                    Button.of(only, isCancel ? plain + " " + cancelling.keeping() : plain)))));
  }

  /** To whoever wanted something undone where there was nothing. */
  static Ruling nothing(Ruling ruling) {
    return ruling.and(". There was nothing to undo");
  }
}
