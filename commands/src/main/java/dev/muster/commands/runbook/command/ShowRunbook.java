package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.card.RunbookCard;
import dev.muster.commands.runbook.typing.Requests;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code /runbook show}: all that there is to know of a runbook. */
final class ShowRunbook implements RunbookCommand {

  private final Requests requests;

  ShowRunbook(Requests requests) {
    this.requests = requests;
  }

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
  public List<Parameter> parameters() {
    return requests.parameters(List.of());
  }

  @Override
  public String summary() {
    return "Shows a runbook: what for, whose, its inputs and steps, who may run and approve it";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = new Asker(invocation.actor(), requests.desk().now());
    return switch (requests.read(Typed.behind(invocation, arguments), asker)) {
      case Requests.Read.Wrong(var mistake) -> mistake.reply(this, "restart-api");
      case Requests.Read.Right(var typing) -> {
        var plan = requests.desk().plan(typing.definition(), Map.of(), invocation.actor());
        var today = LocalDate.ofInstant(asker.now(), invocation.actor().zone());
        yield Reply.toAsker(RunbookCard.of(plan, today));
      }
    };
  }
}
