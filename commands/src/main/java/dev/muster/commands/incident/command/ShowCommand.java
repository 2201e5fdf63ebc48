package dev.muster.commands.incident.command;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentStore;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.edit.FieldList;
import dev.muster.commands.people.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /incident show}: how it stands, what is known, and how it came to that. */
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
  public List<Parameter> parameters() {
    return List.of(actions.anyOne());
  }

  @Override
  public String summary() {
    return "Shows one incident, what is known of it, and its timeline";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.VIEW);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var asker = actions.asker(invocation);
    return actions.lookAt(
        Errand.of(invocation, arguments, "show"), incident -> show(incident, asker));
  }

  private Reply show(Incident incident, Asker asker) {
    var post = IncidentPost.render(incident);
    var blocks = new ArrayList<Block>(post.blocks());
    var buttons = blocks.removeLast();
    FieldList.known(incident, asker).ifPresent(blocks::add);
    store.timeline(incident.id(), SHOWN).forEach(entry -> blocks.add(TimelineCommand.line(entry)));
    blocks.add(buttons);
    return Reply.toAsker(new Message(post.fallback(), blocks));
  }
}
