package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.Who;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.start.Hands;
import java.util.List;
import java.util.Optional;

/** Stopping, mending and going on: by whoever may run the runbook, or asked for the run. */
enum Mending implements ActOnRun.Deed {
  PAUSE("pause", "hold", false, "Pauses a run after the step that it is at"),
  RESUME("resume", "continue", false, "Lets a paused run go on"),
  CANCEL("cancel", "stop kill", true, "Ends a run; `rollback` behind it undoes it too"),
  RETRY("retry", "again", false, "Tries once more what a run needs attention for"),
  DONE("done", "markdone", true, "Says that what a run needs attention for has happened"),
  SKIP("skip", "", true, "Leaves out what a run needs attention for; it does not end well"),
  ABORT("abort", "", false, "Ends a run that needs attention, and cleans up"),
  ROLLBACK("rollback", "undo", false, "Undoes what a run did that did not end well");

  private final String verb;
  private final String aliases;
  private final boolean takesWords;
  private final String summary;

  Mending(String verb, String aliases, boolean takesWords, String summary) {
    this.verb = verb;
    this.aliases = aliases;
    this.takesWords = takesWords;
    this.summary = summary;
  }

  @Override
  public String verb() {
    return verb;
  }

  @Override
  public List<String> aliases() {
    return aliases.isEmpty() ? List.of() : List.of(aliases.split(" ", -1));
  }

  @Override
  public boolean takesWords() {
    return takesWords;
  }

  @Override
  public String behind() {
    return this == CANCEL ? " [rollback] [why]" : ActOnRun.Deed.super.behind();
  }

  @Override
  public String summary() {
    return summary;
  }

  /** Where nothing can be undone, both come to the same. */
  @Override
  public Optional<Reply> unclear(Desk desk, Run run, String words) {
    var cancelling = Cancelling.of(words);
    var isAsked =
        switch (this) {
          case CANCEL -> !run.isOver() && cancelling.will() == Cancelling.Will.UNCLEAR;
          case ABORT -> run.state() instanceof RunState.NeedsAttention && cancelling.undoes();
          default -> false;
        };
    return isAsked && Undoing.isPossible(desk, run)
        ? Optional.of(Undoing.question(run, verb, cancelling))
        : Optional.empty();
  }

  @Override
  public Optional<Reply> denial(Desk desk, Invocation invocation, Run run) {
    var runbook = desk.pinned(run);
    if (runbook.isEmpty()) {
      return Optional.empty();
    }
    var effect = desk.effect(runbook.get(), run);
    return Denials.lacking(
            invocation,
            person ->
                isOwn(person, run)
                    ? Optional.empty()
                    : desk.access().againstActing(person, runbook.get().runbook(), effect))
        .map(why -> Denials.denied("You can't do that to run " + run.id() + ".", why, List.of()));
  }

  /** Whoever asked for a run may stop it; not by the token of somebody who may not. */
  private boolean isOwn(Person person, Run run) {
    return (this == PAUSE || this == CANCEL)
        && run.origin().requester().id().equals(person.id().value());
  }

  @Override
  public Optional<Ruling> act(Desk desk, Said said) {
    var run = said.run();
    var at = said.ref().at();
    var meant = at.map(RunRef.At::path);
    var isElsewhere =
        meant.isPresent()
            && !(run.state() instanceof RunState.NeedsAttention(var step, _)
                && step.equals(meant.get()));
    if (isElsewhere) {
      return Optional.of(
          new Refused(Ruling.Why.TOO_LATE, "Somebody has seen to that step meanwhile."));
    }
    var ruling = act(said.hands(desk), run.id(), Desk.who(said.by()), said.ref().words());
    var undoes = this == CANCEL && Cancelling.of(said.ref().words()).undoes();
    return undoes && !Undoing.isPossible(desk, run) ? ruling.map(Undoing::nothing) : ruling;
  }

  private Optional<Ruling> act(Hands hands, RunId id, Who who, String words) {
    return switch (this) {
      case PAUSE -> hands.pause(id, who);
      case RESUME -> hands.resume(id, who);
      case CANCEL -> {
        var cancelling = Cancelling.of(words);
        yield hands.cancel(id, who, cancelling.undoes(), cancelling.why());
      }
      case RETRY -> hands.retry(id, who);
      case DONE -> hands.markDone(id, who, words);
      case SKIP -> hands.skip(id, who, words);
      case ABORT -> hands.abort(id, who);
      case ROLLBACK -> hands.rollBack(id, who);
    };
  }
}
