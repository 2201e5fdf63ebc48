package dev.muster.commands.incident.edit;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Value;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Block.Button;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident severity}: how bad it is, said by a person. */
final class SeverityCommand implements Command {

  private static final int MAX_BUTTONS = 4;

  private final Contribution contribution;
  private final TeamReaders readers;
  private final TeamParameters parameters;

  SeverityCommand(Contribution contribution, Team team) {
    this.contribution = contribution;
    this.readers = new TeamReaders(team);
    this.parameters = new TeamParameters(team);
  }

  @Override
  public String name() {
    return "incident severity";
  }

  @Override
  public List<String> aliases() {
    return List.of("sev", "priority");
  }

  @Override
  public String arguments() {
    return "[number] " + String.join("|", readers.severities());
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(contribution.actions().openOne(), parameters.severity());
  }

  @Override
  public String summary() {
    return "Says how bad it is";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var actions = contribution.actions();
    var errand = actions.errand(invocation, arguments, "severity");
    var typed = Stamps.before(errand.text());
    if (typed.isEmpty()) {
      return actions.lookAt(errand, this::ask);
    }
    var seen = Stamps.behind(errand.text());
    var word = Quotes.strip(typed.text());
    return switch (readers.severity().read(word, actions.asker(invocation))) {
      case Value.Bad<Severity>(var problem, _) ->
          Mistake.of(Contribution.sentence(problem))
              .reply(this, "NUMBER " + readers.severities().getFirst());
      case Value.Good<Severity>(var severity) ->
          actions.on(errand, incident -> rate(invocation, incident, severity, seen));
    };
  }

  private Reply rate(Invocation invocation, Incident incident, Severity severity, Stamps seen) {
    if (incident.severity().equals(severity)) {
      return Contribution.unchanged(incident, "It is " + severity.name() + " already.");
    }
    return Standing.severity(incident)
        .refusal(seen)
        .orElseGet(() -> keep(invocation, incident, severity));
  }

  private Reply keep(Invocation invocation, Incident incident, Severity severity) {
    var what = "Severity " + severity.name() + " (was " + incident.severity().name() + ")";
    var next = incident.ratedBy(severity);
    var told = next.wokeFrom(incident) ? what + ", so it is snoozed no more" : what;
    return contribution.keep(
        invocation, next, Kind.SEVERITY_CHANGED, told, Message.of(incident.id() + ": " + told));
  }

  private Reply ask(Incident incident) {
    var text = "How bad is " + incident.id() + "? It is " + incident.severity().name() + " now.";
    var buttons =
        readers.severities().stream()
            .limit(MAX_BUTTONS)
            .map(name -> Button.of(name, IncidentPost.command("severity", incident) + " " + name))
            .toList();
    return Reply.error(
        Reply.Error.INVALID, Message.of(text, Block.line(text), new Block.Buttons(buttons)));
  }
}
