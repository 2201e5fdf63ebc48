package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import java.util.List;
import java.util.Map;

/** {@code /runbook ask}: asks those who may run something to do so, where everybody sees it. */
record AskThem(Requests requests, ForIncident subject) implements OfRunbook {

  @Override
  public String name() {
    return "runbook ask";
  }

  @Override
  public String arguments() {
    return "<runbook> [for:#8]";
  }

  @Override
  public String summary() {
    return "Asks those who may run a runbook to do so, here in front of everybody";
  }

  @Override
  public Reply of(Invocation invocation, Typing typing) {
    return subject.unknown(typing).orElseGet(() -> asked(invocation, typing));
  }

  private Reply asked(Invocation invocation, Typing typing) {
    var name = typing.name();
    var desk = requests.desk();
    var plan = desk.plan(typing.definition(), Map.of(), invocation.actor());
    var who =
        desk.access()
            .againstRunning(invocation.actor(), typing.definition().runbook(), plan.effect())
            .map(why -> " " + why.needs() + " " + why.whoHasIt())
            .orElse("");
    var threads = subject.threads();
    var incident = typing.incident().or(() -> threads.incidentAt(invocation.place()));
    var run = "/runbook run " + name + incident.map(id -> " for:" + id).orElse("");
    var words = invocation.actor().name() + " asks for " + name + " to be run." + who;
    var message =
        Message.of(
            words,
            Block.line(words),
            new Block.Buttons(List.of(Button.primary("Run " + name, run))));
    incident.ifPresent(id -> {
      var key = id.value() + ":ask:" + invocation.requestId();
      threads.append(new ThreadReply(id, key, message));
    });
    return incident.isPresent()
        ? Reply.toAsker(Message.of("They are asked in the thread."))
        : Reply.told(message);
  }
}
