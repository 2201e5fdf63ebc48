package dev.muster.commands.incident.action;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentFilter;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.store.Ranked;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Offers the open incidents, the worst first, to whoever named none, with what was asked ready to
 * click.
 */
final class OpenOnes {

  private static final int SHOWN = 4;

  private final IncidentStore store;

  OpenOnes(IncidentStore store) {
    this.store = store;
  }

  Reply answer(Errand errand, String problem, Reply.Error error) {
    var open = store.worstFirst(IncidentFilter.OPEN, 0, SHOWN);
    var answer = open.items().isEmpty() ? none(problem) : some(errand, problem, open);
    var reply = Reply.error(error, answer);
    return error == Reply.Error.INVALID ? reply.missing(List.of("number")) : reply;
  }

  private static Message none(String problem) {
    return Message.of(
        problem + " No incident is open.",
        Block.line(problem),
        Block.line(Span.text("No incident is open. Past ones: "), Span.code("/incident list all")));
  }

  private static Message some(Errand errand, String problem, Ranked<Incident> open) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(problem));
    blocks.add(Block.line("Open now:"));
    open.items().forEach(incident -> blocks.add(Block.line(IncidentPost.oneLine(incident))));
    var buttons =
        open.items().stream()
            .map(incident -> Button.of(errand.verb() + " " + incident.id(), ask(errand, incident)))
            .toList();
    blocks.add(new Block.Buttons(buttons));
    var example = IncidentPost.typed(errand.verb(), open.items().getFirst()) + errand.again();
    blocks.add(Block.line(Span.text("or write "), Span.code(example)));
    if (open.total() > SHOWN) {
      blocks.add(Block.line(Span.text("All of them: "), Span.code("/incident list")));
    }
    var lines = open.items().stream().map(IncidentPost::oneLine).collect(Collectors.joining("; "));
    return new Message(problem + " " + lines, blocks);
  }

  private static String ask(Errand errand, Incident incident) {
    return IncidentPost.command(errand.verb(), incident) + errand.again();
  }
}
