package dev.muster.commands.incident.command;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentReplies;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident mitigate}: nobody suffers from it any more, but it is not over. */
final class MitigateCommand implements Command {

  private final IncidentActions actions;

  MitigateCommand(IncidentActions actions) {
    this.actions = actions;
  }

  @Override
  public String name() {
    return "incident mitigate";
  }

  @Override
  public List<String> aliases() {
    return List.of("mitigated", "stable");
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
    return "Nobody suffers from it any more, but you keep watching it";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    return actions.on(
        Errand.of(invocation, arguments, "mitigate"), incident -> mitigate(invocation, incident));
  }

  private Reply mitigate(Invocation invocation, Incident incident) {
    return switch (incident.state()) {
      case IncidentState.Burning state -> {
        var change = actions.changeBy(invocation);
        var next = incident.to(state.mitigate(change));
        actions.save(invocation, next, Kind.MITIGATED, "Mitigated");
        actions.say(
            IncidentReplies.mitigated(next, change.by(), actions.sinceOpened(incident, change)));
        yield Reply.told(
            Message.of(
                "Mitigated " + incident.id() + ". It stays open until somebody resolves it."));
      }
      case IncidentState.Mitigated state ->
          IncidentActions.already(incident, state.change(), "mitigated it", "mitigated it");
      case IncidentState.Over over ->
          IncidentActions.already(incident, over.change(), "resolved it", "resolved it");
    };
  }
}
