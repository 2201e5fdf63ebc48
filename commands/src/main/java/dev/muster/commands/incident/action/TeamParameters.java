package dev.muster.commands.incident.action;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Person;
import java.util.List;
import java.util.stream.Stream;

/** People and severities of a team as parameters of commands. Thread-safe. */
public final class TeamParameters {

  private final Team team;
  private final TeamReaders readers;

  public TeamParameters(Team team) {
    this.team = team;
    this.readers = new TeamReaders(team);
  }

  /** Somebody, or nobody. */
  public Parameter who(String label) {
    var reader = Readers.orNothing(readers.person());
    var asked = new Parameter.Asked(label, "me", new Input.Pick(this::anybody), reader.check());
    return Parameter.text("who", asked).required();
  }

  public Parameter severity() {
    return Parameter.text("severity", severityOption().parameter("Severity").asked()).required();
  }

  public Option<Severity> severityOption() {
    var names = List.of("sev", "priority");
    var pick = new Input.Pick(levels());
    return new Option<>("severity", names, "high", pick, readers.severity());
  }

  /** Worst first, each with when something is that bad. */
  public Choices levels() {
    return _ ->
        team.severities().get().stream()
            .map(one -> new Choice(one.severity().name(), one.criteria().orElse("")))
            .toList();
  }

  /** Whoever asks comes first. */
  private List<Choice> anybody(Person asker) {
    var others =
        team.directory().people().stream()
            .filter(person -> !person.id().equals(asker.id()))
            .map(person -> new Choice(person.id().value(), person.name()));
    return Stream.of(
            Stream.of(new Choice("me", asker.name())),
            others,
            Stream.of(new Choice("nobody", "It is free again")))
        .flatMap(choices -> choices)
        .toList();
  }
}
