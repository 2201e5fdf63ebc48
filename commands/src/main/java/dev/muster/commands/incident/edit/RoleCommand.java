package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Invocation;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Asked;
import dev.muster.commands.chat.form.Parameter.Check;
import dev.muster.commands.chat.form.Parameter.Wrong;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.commands.incident.action.Errand;
import dev.muster.commands.incident.action.IncidentActions;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.action.TeamParameters;
import dev.muster.commands.incident.action.TeamReaders;
import dev.muster.commands.people.Person;
import dev.muster.commands.people.Right;
import dev.muster.runbooks.text.NearestWords;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /incident role}: who leads, who speaks to others, who writes down. */
final class RoleCommand implements Command {

  private static final String EXAMPLE = "NUMBER commander me";
  private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::word).toList();

  private final Contribution contribution;
  private final Reader<Optional<Person>> who;
  private final TeamParameters parameters;

  RoleCommand(Contribution contribution, Team team) {
    this.contribution = contribution;
    this.who = Readers.orNothing(new TeamReaders(team).person());
    this.parameters = new TeamParameters(team);
  }

  @Override
  public String name() {
    return "incident role";
  }

  @Override
  public String arguments() {
    return "[number] " + String.join("|", ROLES) + " who|me|nobody";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(contribution.actions().openOne(), role(), parameters.who("Who"));
  }

  /** By its own name, which is the one that a form offers: {@code ic} is the commander. */
  @Override
  public String spelled(String typed, Person asker, Instant now) {
    return Errand.behindNumber(
        typed,
        text -> {
          var said = new Typed(text);
          return Role.of(said.first())
              .map(role -> role.word() + " " + said.behindFirst().text())
              .orElse(text);
        });
  }

  @Override
  public String summary() {
    return "Says who is incident commander (ic), and who does what else";
  }

  @Override
  public Optional<Right> needs() {
    return Optional.of(IncidentActions.ACT);
  }

  @Override
  public Reply run(Invocation invocation, List<String> arguments) {
    var actions = contribution.actions();
    var errand = actions.errand(invocation, arguments, "role");
    var typed = Stamps.before(errand.text());
    var role = Role.of(typed.first());
    if (role.isEmpty()) {
      return noRole(typed.first()).reply(this, EXAMPLE);
    }
    var seen = Stamps.behind(errand.text());
    var word = Quotes.strip(typed.behindFirst().text());
    return switch (who.read(word, actions.asker(invocation))) {
      case Value.Bad<Optional<Person>>(var problem, _) ->
          Mistake.of("Who? " + Contribution.sentence(problem)).reply(this, EXAMPLE);
      case Value.Good<Optional<Person>>(var person) ->
          actions.on(
              errand,
              incident ->
                  refused(incident, role.get(), person, seen)
                      .orElseGet(() -> fill(invocation, incident, role.get(), person)));
    };
  }

  /** Who wants what is so already is not in anybody's way. */
  private static Optional<Reply> refused(
      Incident incident, Role role, Optional<Person> person, Stamps seen) {
    var now = incident.details().crew().in(role).map(Actor.Human::id);
    return now.equals(person.map(Person::id))
        ? Optional.empty()
        : Standing.role(incident, role).refusal(seen);
  }

  private Reply fill(Invocation invocation, Incident incident, Role role, Optional<Person> person) {
    var now = person.map(one -> new Actor.Human(one.id(), one.name()));
    var crew = incident.details().crew();
    var before = crew.in(role);
    if (before.equals(now)) {
      return Contribution.unchanged(incident, "That is so already.");
    }
    var was = before.map(one -> " (was " + one.name() + ")").orElse("");
    var what = role.title() + ": " + now.map(Actor.Human::name).orElse("nobody") + was;
    return contribution.keep(
        invocation,
        incident.with(incident.details().with(crew.with(role, now))),
        Kind.ASSIGNED,
        what,
        Message.of(incident.id() + " " + what));
  }

  private static Parameter role() {
    Choices roles =
        _ -> Arrays.stream(Role.values()).map(one -> new Choice(one.word(), one.title())).toList();
    Check check =
        (word, _, _) ->
            Role.of(word).isPresent()
                ? Optional.empty()
                : Optional.of(new Wrong(noRole(word).problem(), noRole(word).meant()));
    return Parameter.word("role", new Asked("Role", "commander", new Input.Pick(roles), check))
        .required();
  }

  private static Mistake noRole(String word) {
    if (word.isEmpty()) {
      return Mistake.of("Which role? There are " + String.join(", ", ROLES) + ".");
    }
    var near = NearestWords.nearest(word, ROLES).stream().findFirst();
    var all = near.isPresent() ? "" : " There are " + String.join(", ", ROLES) + ".";
    return Mistake.of("There is no role \"" + word + "\"." + all, near);
  }
}
