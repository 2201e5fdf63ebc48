package dev.muster.commands.runbook.action;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.Desk;
import dev.muster.commands.runbook.Whom;
import dev.muster.runbooks.kind.Question;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState;
import dev.muster.runbooks.run.rule.Ruling;
import dev.muster.runbooks.run.rule.Ruling.Refused;
import dev.muster.runbooks.run.rule.WaitsFor;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Lets a run go on that nobody entitled has answered: by who has a role for that, with a reason.
 *
 * @param others who else may
 */
record BreakingGlass(Whom others) implements ActOnRun.Deed {

  @Override
  public String verb() {
    return "break-glass";
  }

  @Override
  public List<String> aliases() {
    return List.of("breakglass");
  }

  @Override
  public boolean needsWords() {
    return true;
  }

  @Override
  public String summary() {
    return "Lets a run go on alone that nobody entitled has answered in time; it is reviewed";
  }

  /** Whoever breaks the glass has no right to approve: which role it needs, is looked at then. */
  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Optional<Reply> denial(Desk desk, Invocation invocation, Run run) {
    var now = others.rule().get();
    if (!isAsked(run)) {
      return Optional.empty();
    }
    if (now.isEmpty()) {
      return Optional.of(
          refused("Nobody may break the glass here: muster.yaml has no breakGlass."));
    }
    if (invocation.via().isPresent()) {
      return Optional.of(
          refused("A token breaks no glass: do it in the chat or in the console, in person."));
    }
    if (!desk.access().hasRole(invocation.actor(), now.get().roles())) {
      var needs = "It needs role " + String.join(" or ", new TreeSet<>(now.get().roles())) + ".";
      return Optional.of(
          Denials.denied(
              "You can't break the glass of run " + run.id() + ".",
              needs,
              others.breaksGlass(run)));
    }
    return Optional.empty();
  }

  @Override
  public boolean counts(Person person, Run run) {
    return others.mayBreak(person, run);
  }

  @Override
  public String whom(Run run, Ruling.Why why) {
    return why == Ruling.Why.NOT_COUNTED ? others.breaksGlass(run) : "";
  }

  private static Reply refused(String words) {
    return Reply.error(Reply.Error.DENIED, Message.of(words));
  }

  /** Why it is not asked for: else a form comes up that leads nowhere. */
  @Override
  public Optional<String> pointless(Run run) {
    return isAsked(run) ? Optional.empty() : Optional.of(WaitsFor.words(run));
  }

  private static boolean isAsked(Run run) {
    return run.question().filter(it -> it.question() instanceof Question.Approval).isPresent();
  }

  @Override
  public Optional<Ruling> act(Desk desk, Said said) {
    var run = said.run();
    if (!(run.state() instanceof RunState.Asking(var step))) {
      return Optional.of(new Refused(Ruling.Why.TOO_LATE, WaitsFor.words(run)));
    }
    return others
        .rule()
        .get()
        .flatMap(now ->
            desk.hands().breakGlass(run.id(), step, Desk.who(said.by()), said.ref().words(), now));
  }
}
