package dev.muster.commands.runbook.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.asking.Submission;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.card.PlanCard;
import dev.muster.commands.runbook.typing.InputForm;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import java.time.Instant;
import java.util.List;

/** {@code /runbook plan}: exactly what would happen with these inputs; nothing does. */
final class PlanRunbook implements RunbookCommand {

  private final Requests requests;

  PlanRunbook(Requests requests) {
    this.requests = requests;
  }

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
    return "<runbook> [input=value …]";
  }

  @Override
  public List<Parameter> parameters() {
    return requests.parameters(List.of());
  }

  @Override
  public List<Parameter> parameters(List<String> behind) {
    return requests.parameters(behind);
  }

  @Override
  public String spelled(String typed, Person asker, Instant now) {
    return requests.spelled(typed);
  }

  @Override
  public String summary() {
    return "Shows what a runbook would do with these inputs, without doing any of it";
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
      case Requests.Read.Right(var typing) ->
          typing.inputs().areComplete()
              ? planned(typing, asker)
              : new InputForm(requests.desk().directory()).of(this, typing, asker);
    };
  }

  private Reply planned(Typing typing, Asker asker) {
    var inputs = typing.inputs().values();
    var plan = requests.desk().plan(typing.definition(), inputs, asker.person());
    var run =
        Submission.text(
            "/runbook run " + typing.name(),
            requests.parameters(List.of(typing.name())),
            typing.typed());
    return Reply.toAsker(PlanCard.of(plan, inputs, List.of(Button.primary("Run…", run))));
  }
}
