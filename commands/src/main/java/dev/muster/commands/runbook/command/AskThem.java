package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.IncidentThreads;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.people.Right;
import dev.muster.commands.runbook.Access;
import dev.muster.commands.runbook.RunbookCommand;
import dev.muster.commands.runbook.typing.Requests;
import java.util.List;
import java.util.Map;

/** {@code /runbook ask}: asks those who may run something to do so, where everybody sees it. */
final class AskThem implements RunbookCommand {

  private final Requests requests;
  private final IncidentThreads threads;

  AskThem(Requests requests, IncidentThreads threads) {
    this.requests = requests;
    this.threads = threads;
  }

  @Override
  public String name() {
    return "runbook ask";
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
    return "Asks those who may run a runbook to do so, here in front of everybody";
  }

  @Override
  public Right right() {
    return Access.VIEW;
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var name = arguments.isEmpty() ? "" : arguments.getFirst();
    var desk = requests.desk();
    var found = desk.library().get().find(name);
    if (found.isEmpty()) {
      return Requests.unknown(desk.library().get(), name).reply(this, "restart-api");
    }
    var plan = desk.plan(found.get(), Map.of(), invocation.actor());
    var who =
        desk.access()
            .againstRunning(invocation.actor(), found.get().runbook(), plan.effect())
            .map(why -> " " + why.needs() + " " + why.whoHasIt())
            .orElse("");
    var words = invocation.actor().name() + " asks for " + name + " to be run." + who;
    var message =
        Message.of(
            words,
            Block.line(words),
            new Block.Buttons(List.of(Button.primary("Run " + name, "/runbook run " + name))));
    var incident = threads.incidentAt(invocation.place());
    incident.ifPresent(id -> {
      var key = id.value() + ":ask:" + invocation.requestId();
      threads.append(new ThreadReply(id, key, message));
    });
    return incident.isPresent()
        ? Reply.toAsker(Message.of("They are asked in the thread."))
        : Reply.told(message);
  }
}
