package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Mistake;
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
    var typed = Typed.behind(invocation, arguments);
    return switch (requests().read(typed, asker(invocation))) {
      case Requests.Read.Wrong(var mistake) -> mistake.reply(this, example(mistake, typed));
      case Requests.Read.Right(var typing) -> of(invocation, typing);
    };
  }

  /** Of the runbook that was named, or else of the one that was meant. */
  private String example(Mistake mistake, Typed typed) {
    var isKnown = requests().desk().library().get().find(typed.first()).isPresent();
    return isKnown
        ? requests().example(typed)
        : mistake.meant().orElseGet(() -> requests().example(typed));
  }

  default Asker asker(Invocation invocation) {
    return new Asker(invocation.actor(), requests().desk().now());
  }
}
