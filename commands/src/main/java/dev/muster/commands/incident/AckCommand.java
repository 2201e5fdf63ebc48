package dev.muster.commands.incident;

import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident ack}: somebody has it. */
final class AckCommand implements Command {

  private final IncidentActions actions;

  AckCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident ack";
  }

  @Override
  public List<String> aliases() {
    return List.of("acknowledge");
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public String summary() {
    return "Says that you have it, so that nobody else needs to";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.on(invocation, arguments, "ack", incident -> acknowledge(invocation, incident));
  }

  private Reply acknowledge(Invocation invocation, Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered state -> {
        var change = actions.changeBy(invocation);
        var next = incident.to(state.acknowledge(change));
        var after = actions.sinceOpened(incident, change);
        actions.save(invocation, next, Kind.ACKNOWLEDGED, "Acknowledged");
        actions.say(IncidentReplies.acknowledged(next, change.by(), after));
        yield Reply.told(Message.of("You have " + IncidentPost.oneLine(next)));
      }
      case IncidentState.Acknowledged state ->
          already(incident, state.change(), "has it", "has had it since");
      case IncidentState.Resolved state ->
          already(incident, state.change(), "resolved it", "resolved it");
    };
  }

  private static Reply already(Incident incident, Change change, String did, String didAt) {
    var who = incident.id() + ": " + change.by().name() + " ";
    return Reply.toAsker(
        Message.of(
            who + did + " already. Nothing was changed.",
            Block.line(
                Span.text(who + didAt + " "),
                Span.time(change.at()),
                Span.text(". Nothing was changed."))));
  }
}
