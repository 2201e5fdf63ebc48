package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.card.RunbookCard;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import dev.muster.runbooks.start.Plan;
import java.util.List;
import java.util.Map;

/** {@code /runbook show}: all that there is to know of a runbook. */
record ShowRunbook(Requests requests) implements OfRunbook {

  @Override
  public String name() {
    return "runbook show";
  }

  @Override
  public List<String> aliases() {
    return List.of("info", "view");
  }

  @Override
  public String arguments() {
    return "<runbook>";
  }

  @Override
  public String summary() {
    return "Shows a runbook: what for, whose, its inputs and steps, who may run and approve it";
  }

  @Override
  public Reply of(Invocation invocation, Typing typing) {
    var plan = requests.desk().plan(typing.definition(), Map.of(), invocation.actor());
    var freshness = Freshness.of(requests.desk().means(), invocation.actor().zone());
    return Reply.toAsker(RunbookCard.of(plan, freshness, buttons(invocation, plan)));
  }

  /** Whoever may not run it can ask those who may. */
  private List<Button> buttons(Invocation invocation, Plan plan) {
    var name = plan.definition().runbook().name();
    var look = Button.of("Plan", "/runbook plan " + name);
    return Denials.running(requests.desk(), invocation, plan).isEmpty()
        ? List.of(Button.primary("Run", "/runbook run " + name), look)
        : List.of(look, Denials.asking(name));
  }
}
