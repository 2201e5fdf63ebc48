package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.runbook.card.Freshness;
import dev.muster.commands.runbook.card.RunbookCard;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
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
    return Reply.toAsker(RunbookCard.of(plan, freshness));
  }
}
