package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.Ranked;
import dev.muster.commands.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Incidents as lines, with what leads to more of them. */
record IncidentLines(IncidentQuery query) {

  Message open(Ranked<Incident> incidents) {
    if (incidents.total() == 0) {
      return none();
    }
    var heading = Words.count(incidents.total(), query.which() + " incident") + mine();
    var left = incidents.total() - (long) query.page() * ListCommand.SHOWN;
    var order = incidents.total() > 1 ? ", the worst first" : "";
    var blocks = lines(heading + order, incidents.items());
    if (left > 0) {
      var more = query.typed() + " page:" + (query.page() + 1);
      blocks.add(Block.line(Span.text(left + " more: "), Span.code(more)));
      var label = Math.min(left, ListCommand.SHOWN) + " more";
      blocks.add(new Block.Buttons(List.of(Button.of(label, more))));
    }
    return new Message(heading, blocks);
  }

  Message past(Page<Incident> page) {
    if (page.items().isEmpty()) {
      return query.before().isPresent() ? Message.of("No more.") : none();
    }
    var heading = "Incidents (" + query.which() + ")" + mine() + ", the newest first";
    var blocks = lines(heading, page.items());
    page.nextCursor()
        .map(cursor -> query.typed() + " before:" + cursor)
        .ifPresent(older -> {
          blocks.add(Block.line(Span.text("There are more: "), Span.code(older)));
          blocks.add(new Block.Buttons(List.of(Button.of("Older", older))));
        });
    return new Message(heading, blocks);
  }

  private String mine() {
    return query.isMine() ? " of yours" : "";
  }

  private Message none() {
    if (query.equals(IncidentQuery.OPEN.said(IncidentQuery.MINE))) {
      return none("You have no open incident.", "Past ones of yours: ", "/incident list all mine");
    }
    var text =
        query.which().equals("open") && !query.isNarrow()
            ? "No incident is open."
            : "No incident to list.";
    return none(text, "All of them, also past ones: ", "/incident list all");
  }

  private static Message none(String text, String where, String command) {
    return Message.of(text, Block.line(text), Block.line(Span.text(where), Span.code(command)));
  }

  private static ArrayList<Block> lines(String heading, List<Incident> incidents) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(Span.strong(heading)));
    incidents.forEach(incident -> blocks.add(line(incident)));
    return blocks;
  }

  private static Block line(Incident incident) {
    return new Block.Row(
        List.of(Span.text(IncidentPost.oneLine(incident) + " · "), Span.time(latest(incident))),
        Button.of("Show " + incident.id(), IncidentPost.command("show", incident)));
  }

  /** Of what is over one wants to know when it was over. */
  private static Instant latest(Incident incident) {
    return incident.state() instanceof IncidentState.Over over
        ? over.change().at()
        : incident.openedAt();
  }
}
