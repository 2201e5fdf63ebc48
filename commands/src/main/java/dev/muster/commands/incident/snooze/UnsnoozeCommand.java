package dev.muster.commands.incident.edit;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident unsnooze}: it rests no more. */
final class UnsnoozeCommand implements Command {

  private final Contribution contribution;

  UnsnoozeCommand(Contribution contribution) {
    this.contribution = contribution;
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
    return List.of(contribution.actions().openOne());
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
    return contribution.actions().on(errand, incident -> wake(invocation, incident));
  }

  private Reply wake(Invocation invocation, Incident incident) {
    if (incident.details().snooze().isEmpty()) {
      return Contribution.unchanged(incident, "It is not snoozed.");
    }
    return contribution.keep(
        invocation,
        incident.with(incident.details().awake()),
        Kind.UNSNOOZED,
        "ended its snooze",
        Message.of(incident.id() + " is awake: reminders come as ever."));
  }
}
