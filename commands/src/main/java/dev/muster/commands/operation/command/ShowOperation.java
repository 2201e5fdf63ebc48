package dev.muster.commands.operation.command;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.operation.OperationCard;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /ops show}: one entry of the operation log with all that was added to it. */
record ShowOperation(OperationDesk desk) implements Command {

  @Override
  public String name() {
    return "ops show";
  }

  @Override
  public String arguments() {
    return "<number>";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(WhichOperation.parameter(desk.log()));
  }

  @Override
  public String summary() {
    return "Shows an entry of the operation log, with what was added to it later";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(OperationCommands.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var typed = Typed.behind(invocation, arguments);
    return WhichOperation.find(
        this,
        desk.log(),
        typed.text(),
        found -> {
          var lead = desk.leads().of(found, invocation.actor());
          return Reply.toAsker(OperationCard.of(found, lead));
        });
  }
}
