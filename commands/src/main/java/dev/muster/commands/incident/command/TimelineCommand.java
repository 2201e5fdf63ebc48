package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /incident timeline}: all that happened, oldest first. */
final class TimelineCommand implements Command {

  private static final int SHOWN = 100;

  private final IncidentStore store;
  private final IncidentActions actions;

  TimelineCommand(IncidentStore store, IncidentActions actions) {
    this.store = store;
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident timeline";
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(actions.anyOne());
  }

  @Override
  public String summary() {
    return "Shows all that happened";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.lookAt(Errand.of(invocation, arguments, "timeline"), this::show);
  }

  private Reply show(Incident incident) {
    var entries = store.timeline(incident.id(), SHOWN);
    var blocks = new ArrayList<Block>();
    blocks.add(Block.line(IncidentPost.oneLine(incident)));
    if (entries.size() == SHOWN) {
      blocks.add(Block.line("The latest " + SHOWN + " entries:"));
    }
    entries.forEach(entry -> blocks.add(line(entry)));
    return Reply.toAsker(new Message("Timeline of " + incident.id(), blocks));
  }

  static Block line(TimelineEntry entry) {
    var spans = new ArrayList<Span>();
    spans.add(Span.time(entry.at()));
    spans.add(Span.text("  " + entry.text() + " · " + entry.actor().name()));
    entry
        .link()
        .ifPresent(link -> {
          spans.add(Span.text(" · "));
          spans.add(new Span.Link("message", link));
        });
    return new Block.Line(spans);
  }
}
