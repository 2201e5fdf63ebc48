package dev.muster.commands.runbook.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.ThreadReply;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Decision;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Refusal;
import dev.muster.commands.runbook.Denials;
import dev.muster.commands.runbook.typing.Requests;
import dev.muster.commands.runbook.typing.Typing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /runbook ask}: asks those who may run something to do so, where everybody sees it. */
record AskThem(Requests requests, ForIncident subject) implements OfRunbook {

  private static final Message ASKED = Message.of("They are asked in the thread.");

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
    return unseen(invocation, typing)
        .or(() -> subject.unknown(typing))
        .orElseGet(() -> asked(invocation, typing));
  }

  /** Into a thread that they are not in writes only who may read there. */
  private Optional<Reply> unseen(Invocation invocation, Typing typing) {
    var here = subject.threads().incidentAt(invocation.place());
    var askHere = Button.of("Ask here", "/runbook ask " + typing.name());
    return typing
        .incident()
        .filter(id -> here.filter(id::equals).isEmpty())
        .map(id -> "You can't ask in the thread of " + id + ".")
        .flatMap(what ->
            Denials.lacking(invocation, this::againstSeeing)
                .map(why -> Denials.denied(what, why, List.of(askHere))));
  }

  private Optional<Refusal> againstSeeing(Person person) {
    var decision = requests.desk().directory().decide(person, IncidentActions.VIEW);
    return decision instanceof Decision.Refused(var refusal)
        ? Optional.of(refusal)
        : Optional.empty();
  }

  private Reply asked(Invocation invocation, Typing typing) {
    var incident = subject.place(invocation, typing).incident().map(IncidentId::new);
    var message = message(invocation, typing, incident);
    incident.ifPresent(id -> {
      var key = id.value() + ":ask:" + invocation.requestId();
      subject.threads().append(new ThreadReply(id, key, message));
    });
    return incident.isPresent()
        ? Reply.toAsker(new Warnings(subject).warned(invocation, typing, ASKED))
        : Reply.told(message);
  }

  private Message message(Invocation invocation, Typing typing, Optional<IncidentId> incident) {
    var name = typing.name();
    var desk = requests.desk();
    var plan = desk.plan(typing.definition(), Map.of(), invocation.actor());
    var who =
        desk.access()
            .againstRunning(invocation.actor(), typing.definition().runbook(), plan.effect())
            .map(why -> " " + why.needs() + " " + why.whoHasIt())
            .orElse("");
    var run = "/runbook run " + name + incident.map(id -> " for:" + id).orElse("");
    var words = invocation.actor().name() + " asks for " + name + " to be run." + who;
    return Message.of(
        words, Block.line(words), new Block.Buttons(List.of(Button.primary("Run " + name, run))));
  }
}
