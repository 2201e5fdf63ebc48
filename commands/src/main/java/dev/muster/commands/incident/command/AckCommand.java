package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
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
    return actions.on(
        Errand.of(invocation, arguments, "ack"), incident -> acknowledge(invocation, incident));
  }

  private Reply acknowledge(Invocation invocation, Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Triggered state -> {
        var change = actions.changeBy(invocation);
        var next = incident.acknowledge(state, change);
        var after = actions.sinceOpened(incident, change);
        actions.save(invocation, next, Kind.ACKNOWLEDGED, "Acknowledged");
        actions.say(IncidentReplies.acknowledged(next, change.by(), after));
        yield Reply.told(Message.of("You have " + IncidentPost.oneLine(next)));
      }
      case IncidentState.Acknowledged state ->
          IncidentActions.already(incident, state.change(), "has it", "has had it since");
      case IncidentState.Mitigated state ->
          IncidentActions.already(incident, state.change(), "mitigated it", "mitigated it");
      case IncidentState.Over over ->
          IncidentActions.already(incident, over.change(), "resolved it", "resolved it");
    };
  }
}
