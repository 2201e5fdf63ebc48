package dev.muster.commands.incident.snooze;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident unsnooze}: it rests no more. */
final class UnsnoozeCommand implements Command {

  private final IncidentActions actions;

  UnsnoozeCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident unsnooze";
  }

  @Override
  public List<String> aliases() {
    return List.of("wake");
  }

  @Override
  public String arguments() {
    return "[number]";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(actions.openOne());
  }

  @Override
  public String summary() {
    return "Ends its snooze";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var errand = Errand.of(invocation, arguments, "unsnooze");
    return actions.on(errand, incident -> wake(invocation, incident));
  }

  private Reply wake(Invocation invocation, Incident incident) {
    if (incident.details().snooze().isEmpty()) {
      return SnoozeCommands.unchanged(incident, "It is not snoozed.");
    }
    var next = incident.with(incident.details().awake());
    actions.save(invocation, next, Kind.UNSNOOZED, "Ended its snooze");
    var said = Message.of(invocation.actor().name() + " ended its snooze.");
    actions.say(IncidentReplies.said(next, said));
    return Reply.told(Message.of(incident.id() + " is awake: reminders come as ever."));
  }
}
