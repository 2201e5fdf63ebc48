package dev.muster.commands.runbook.action;

import dev.muster.commands.argument.Typed;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Place;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.runbooks.run.Run;
import java.util.List;

/** Shows something of one run, to whoever asks. */
interface LookAtRun extends RunbookCommand {

  RunTarget target();

  /**
   * What is shown.
   *
   * @param words typed behind the run
   */
  Message of(Run run, String words);

  /** Which run is meant by what was typed there. */
  default RunRef ref(Typed typed, Place place) {
    return RunRef.of(typed);
  }

  @Override
  default List<Parameter> parameters() {
    return List.of(target().number());
  }

  @Override
  default Right right() {
    return Access.VIEW;
  }

  @Override
  default Reply run(Invocation invocation, List<String> arguments) {
    var ref = ref(Typed.behind(invocation, arguments), invocation.place());
    return switch (target().find(this, invocation, ref)) {
      case RunTarget.Found.None(var reply) -> reply;
      case RunTarget.Found.One(var run, var said) -> Reply.toAsker(of(run, said.words()));
    };
  }
}
