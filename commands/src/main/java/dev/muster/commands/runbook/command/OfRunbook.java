package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import java.util.List;

/** A command whose first word names a runbook, and what follows its inputs. */
interface OfRunbook extends RunbookCommand {

  Requests requests();

  /** What it answers where the runbook is there; its inputs may be missing or wrong. */
  Reply of(Invocation invocation, Typing typing);

  @Override
  default List<Parameter> parameters() {
    return requests().parameters(List.of());
  }

  @Override
  default Right right() {
    return Access.VIEW;
  }

  @Override
  default Reply run(Invocation invocation, List<String> arguments) {
    return switch (requests().read(Typed.behind(invocation, arguments), asker(invocation))) {
      case Requests.Read.Wrong(var mistake, var example) -> mistake.reply(this, example);
      case Requests.Read.Right(var typing) -> of(invocation, typing);
    };
  }

  default Asker asker(Invocation invocation) {
    return new Asker(invocation.actor(), requests().desk().now());
  }
}
