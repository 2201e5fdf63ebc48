package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /incident show}: how it stands and how it came to that. */
final class ShowCommand implements Command {

  private static final int SHOWN = 15;

  private final IncidentStore store;
  private final IncidentActions actions;

  ShowCommand(IncidentStore store, IncidentActions actions) {
    this.store = store;
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident show";
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public String summary() {
    return "Shows one incident and its timeline";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.lookAt(invocation, arguments, "show", this::show);
  }

  private Reply show(Incident incident) {
    var post = IncidentPost.render(incident);
    var blocks = new ArrayList<Block>(post.blocks());
    var buttons = blocks.removeLast();
    store.timeline(incident.id(), SHOWN).forEach(entry -> blocks.add(line(entry)));
    if (incident.isOpen()) {
      blocks.add(buttons);
    }
    return Reply.toAsker(new Message(post.fallback(), blocks));
  }

  private static Block.Line line(TimelineEntry entry) {
    return Block.line(
        Span.time(entry.at()), Span.text("  " + entry.text() + " · " + entry.actor().name()));
  }
}
