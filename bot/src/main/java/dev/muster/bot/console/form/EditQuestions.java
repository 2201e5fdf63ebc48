package dev.muster.bot.console.form;

import dev.muster.bot.console.form.InputView.Choice;
import dev.muster.bot.console.form.Question.Look;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Value;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.edit.Field;
import dev.muster.commands.incident.edit.Fields;
import dev.muster.commands.incident.edit.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that people fill in about an incident, as it stands. */
final class EditQuestions {

  private static final Set<String> LONG =
      Set.of("summary", "root-cause", "resolution", "prevention");
  private static final Map<String, String> HINTS =
      Map.of(
          "services", "names with commas: api, db",
          "started", "14:32, 2026-03-02 14:32, or 30m ago",
          "detected", "14:32, 2026-03-02 14:32, or 30m ago",
          "etr", "30m, 2h, or 14:32",
          "next-update", "30m, 2h, or 14:32");
  private static final String NOBODY = "nobody";
  private static final String NOTHING = "none";

  private final Incident incident;
  private final Asker asker;
  private final Team team;

  EditQuestions(Incident incident, Asker asker, Team team) {
    this.incident = incident;
    this.asker = asker;
    this.team = team;
  }

  /** In the order of the form. */
  List<Question> all() {
    var all = new ArrayList<Question>();
    var fields = new ArrayList<>(Fields.all().stream().map(this::field).toList());
    all.add(fields.removeFirst());
    all.add(severity());
    all.add(assignee());
    for (var role : Role.values()) {
      var holder = incident.details().crew().in(role);
      all.add(people(Standing.role(incident, role), role.title(), holder, true));
    }
    all.addAll(fields);
    return all;
  }

  Question field(Field<?> field) {
    var name = field.option().name();
    var look = LONG.contains(name) ? Look.area(false) : Look.line(HINTS.getOrDefault(name, ""));
    return new Question(
        name,
        field.label(),
        look,
        field.typed(incident, asker).orElse(""),
        text -> problem(field, text, asker));
  }

  static Optional<String> problem(Field<?> field, String text, Asker asker) {
    if (text.isEmpty() && !mayBeNothing(field, asker)) {
      return Optional.of("It needs one.");
    }
    return field.option().reader().read(orNothing(text), asker) instanceof Value.Bad<?> bad
        ? Optional.of(Character.toUpperCase(bad.problem().charAt(0)) + bad.problem().substring(1))
        : Optional.empty();
  }

  /** What is typed for a field that was emptied. */
  static String orNothing(String text) {
    return text.isEmpty() ? NOTHING : text;
  }

  static String orNobody(String id) {
    return id.isEmpty() ? NOBODY : id;
  }

  private static boolean mayBeNothing(Field<?> field, Asker asker) {
    return field.option().reader().read(NOTHING, asker) instanceof Value.Good<?> good
        && good.value().equals(Optional.empty());
  }

  private Question severity() {
    var standing = Standing.severity(incident);
    var current = standing.typed();
    var choices = new ArrayList<Choice>();
    team.severities()
        .get()
        .forEach(
            target -> choices.add(new Choice(target.severity().name(), target.severity().name())));
    if (choices.stream().noneMatch(choice -> choice.value().equals(current))) {
      choices.addFirst(new Choice(current, current));
    }
    return question(standing, "Severity", choices);
  }

  /** Who acknowledged it has it until it is given to another: never nobody. */
  private Question assignee() {
    var holder =
        incident.assignee().filter(Actor.Human.class::isInstance).map(Actor.Human.class::cast);
    var isGiven = incident.details().crew().assignee().isPresent();
    return people(Standing.assignee(incident), "Who has it", holder, isGiven || holder.isEmpty());
  }

  private Question people(
      Standing standing, String label, Optional<Actor.Human> current, boolean maybeNobody) {
    var choices = new ArrayList<Choice>();
    if (maybeNobody) {
      choices.add(new Choice("", NOBODY));
    }
    team.directory()
        .people()
        .forEach(person -> choices.add(new Choice(person.id().value(), person.name())));
    var id = standing.typed();
    current
        .filter(_ -> choices.stream().noneMatch(choice -> choice.value().equals(id)))
        .ifPresent(who -> choices.add(new Choice(id, who.name())));
    return question(standing, label, choices);
  }

  private static Question question(Standing standing, String label, List<Choice> choices) {
    return new Question(
        standing.name(), label, Look.choice(choices), standing.typed(), _ -> Optional.empty());
  }
}
