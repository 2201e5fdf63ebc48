package dev.muster.commands.runbook.command;

import dev.muster.commands.asking.Submission;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.card.PlanCard;
import dev.muster.commands.runbook.typing.InputForm;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import java.util.List;

/** {@code /runbook plan}: exactly what would happen with these inputs; nothing does. */
record PlanRunbook(Requests requests, ForIncident subject) implements WithInputs {

  @Override
  public String name() {
    return "runbook plan";
  }

  @Override
  public List<String> aliases() {
    return List.of("preview");
  }

  @Override
  public String arguments() {
    return "<runbook> [input=value …] [for:#8]";
  }

  @Override
  public String summary() {
    return "Shows what a runbook would do with these inputs, without doing any of it";
  }

  @Override
  public Reply of(Invocation invocation, Typing typing) {
    return subject.unknown(typing).orElseGet(() -> filled(invocation, subject.filled(typing)));
  }

  private Reply filled(Invocation invocation, Typing typing) {
    var asker = asker(invocation);
    return typing.inputs().areComplete()
        ? planned(invocation, typing)
        : new InputForm(requests.desk().directory()).of(this, typing, asker);
  }

  private Reply planned(Invocation invocation, Typing typing) {
    var inputs = typing.inputs().values();
    var plan = requests.desk().plan(typing.definition(), inputs, invocation.actor());
    var run =
        Submission.text(
            "/runbook run " + typing.name() + typing.forIncident(),
            requests.parameters(List.of(typing.name())),
            typing.typed());
    var next =
        Denials.running(requests.desk(), invocation, plan).isEmpty()
            ? Button.primary("Run…", run)
            : Denials.asking(typing.name() + typing.forIncident());
    var card = PlanCard.of(plan, inputs, List.of(next));
    return Reply.toAsker(new Warnings(subject).above(card, typing, invocation));
  }
}
