package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import dev.muster.commands.text.Words;
import java.util.List;
import java.util.Optional;

/** {@code /incident resolve}: it is over. */
final class ResolveCommand implements Command {

  private final IncidentActions actions;

  ResolveCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident resolve";
  }

  @Override
  public List<String> aliases() {
    return List.of("close");
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public String summary() {
    return "It is over";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.on(
        Errand.of(invocation, arguments, "resolve"), incident -> resolve(invocation, incident));
  }

  private Reply resolve(Invocation invocation, Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Open open -> {
        var change = actions.changeBy(invocation);
        var next = incident.to(open.resolve(change));
        actions.save(invocation, next, Kind.RESOLVED, "Resolved");
        actions.say(
            IncidentReplies.resolved(next, change.by(), actions.sinceOpened(incident, change)));
        yield Reply.told(done(next));
      }
      case IncidentState.Over over ->
          Reply.toAsker(
              Message.of(
                  incident.id() + " was resolved by " + over.change().by().name() + ".",
                  Block.line(
                      Span.text(
                          incident.id() + " was resolved by " + over.change().by().name() + " "),
                      Span.time(over.change().at()),
                      Span.text(". Nothing was changed."))));
    };
  }

  private static Message done(Incident incident) {
    var firing = incident.alerts().firing();
    var text = "Resolved " + incident.id() + " " + incident.headline().title() + ".";
    return firing == 0
        ? Message.of(text)
        : Message.of(
            text,
            Block.line(text),
            Block.line(
                Words.count(firing, "alert")
                    + (firing == 1 ? " still fires." : " still fire.")
                    + " What goes on like this stays quiet for half an hour, or as long as its"
                    + " route says; then it opens another incident."));
  }
}
