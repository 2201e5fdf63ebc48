package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Value;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import java.util.List;
import java.util.Optional;

/** {@code /incident assign}: whose it is. */
final class AssignCommand implements Command {

  private static final String EXAMPLE = "NUMBER me";

  private final Contribution contribution;
  private final Reader<Optional<Person>> who;
  private final TeamParameters parameters;

  AssignCommand(Contribution contribution, Team team) {
    this.contribution = contribution;
    this.who = Readers.orNothing(new TeamReaders(team).person());
    this.parameters = new TeamParameters(team);
  }

  @Override
  public String name() {
    return "incident assign";
  }

  @Override
  public List<String> aliases() {
    return List.of("give");
  }

  @Override
  public String arguments() {
    return "[number] who|me|nobody";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(contribution.actions().openOne(), parameters.who("To whom"));
  }

  @Override
  public String summary() {
    return "Gives it to somebody; to yourself, it is acknowledged too";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var actions = contribution.actions();
    var errand = actions.errand(invocation, arguments, "assign");
    var seen = Stamps.behind(errand.text());
    var word = Quotes.strip(Stamps.before(errand.text()).text());
    return switch (who.read(word, actions.asker(invocation))) {
      case Value.Bad<Optional<Person>>(var problem, _) ->
          Mistake.of("To whom? " + Contribution.sentence(problem)).reply(this, EXAMPLE);
      case Value.Good<Optional<Person>>(var person) ->
          actions.on(errand, incident -> assign(invocation, incident, person, seen));
    };
  }

  private Reply assign(
      Invocation invocation, Incident incident, Optional<Person> person, Stamps seen) {
    var isTakenByAsker =
        person.equals(Optional.of(invocation.actor()))
            && incident.state() instanceof IncidentState.Triggered;
    var assignee = person.map(who -> new Actor.Human(who.id(), who.name()));
    var crew = incident.details().crew().assignedTo(assignee);
    var next =
        isTakenByAsker ? taken(invocation, incident) : incident.with(incident.details().with(crew));
    var isSame = next.assignee().equals(incident.assignee());
    if (isSame && next.state().equals(incident.state())) {
      return Contribution.unchanged(incident, "That is so already.");
    }
    var refusal = Standing.assignee(incident).refusal(seen);
    if (!isSame && refusal.isPresent()) {
      return refusal.get();
    }
    return isTakenByAsker
        ? contribution.keep(invocation, next, Kind.ACKNOWLEDGED, "Acknowledged", line(next))
        : given(invocation, next, assignee);
  }

  /** Whoever it is given to is to hear of it. */
  private Reply given(Invocation invocation, Incident next, Optional<Actor.Human> to) {
    var what = to.map(who -> "Given to " + who.name()).orElse("Given to nobody");
    var text = Contribution.said(invocation, what);
    var said =
        to.map(who ->
                Message.of(
                    text,
                    Block.line(
                        Span.text(invocation.actor().name() + ": Given to "),
                        new Span.Mention(who.id(), who.name()))))
            .orElseGet(() -> Message.of(text));
    return contribution.keep(invocation, next, Kind.ASSIGNED, what, said, line(next));
  }

  private static Message line(Incident incident) {
    return Message.of(IncidentPost.oneLine(incident));
  }

  private Incident taken(Invocation invocation, Incident incident) {
    var change = contribution.actions().changeBy(invocation);
    return incident.state() instanceof IncidentState.Triggered state
        ? incident.acknowledge(state, change)
        : incident;
  }
}
