package dev.muster.bot.console.form;

import dev.muster.bot.console.form.Question.Typed;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.Role;
import dev.muster.commands.incident.action.Team;
import dev.muster.commands.incident.edit.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The form with all that people fill in about an incident. Only what somebody changed is sent, by
 * the commands that change it in the chat.
 */
public final class EditSheet {

  private EditSheet() {}

  public static Sheet of(Incident incident, Asker asker, Team team) {
    var typed =
        new EditQuestions(incident, asker, team).all().stream().map(Question::untouched).toList();
    return new Sheet(action(incident), typed, List.of(), true);
  }

  public static Sheet typed(Incident incident, Asker asker, Team team, Map<String, String> values) {
    var typed =
        new EditQuestions(incident, asker, team)
            .all().stream().map(question -> question.in(values)).toList();
    var changed = typed.stream().filter(Typed::isChanged).toList();
    return new Sheet(action(incident), typed, commands(incident, changed), true);
  }

  private static List<String> commands(Incident incident, List<Typed> changed) {
    var own = ownCommands(incident);
    var commands = new ArrayList<String>();
    var fields = new ArrayList<Typed>();
    for (var one : changed) {
      var name = one.question().name();
      if (own.containsKey(name)) {
        var said = own.get(name) + " " + EditQuestions.orNobody(one.text());
        commands.add(new Stamps(Map.of(name, one.seen())).behind(said));
      } else {
        fields.add(one);
      }
    }
    if (!fields.isEmpty()) {
      commands.add(edit(incident, fields));
    }
    return commands;
  }

  /** By the names of what a command of its own changes. */
  private static Map<String, String> ownCommands(Incident incident) {
    var commands = new HashMap<String, String>();
    commands.put(Standing.severity(incident).name(), IncidentPost.command("severity", incident));
    commands.put(Standing.assignee(incident).name(), IncidentPost.command("assign", incident));
    for (var role : Role.values()) {
      commands.put(
          Standing.role(incident, role).name(),
          IncidentPost.command("role", incident) + " " + role.word());
    }
    return commands;
  }

  private static String edit(Incident incident, List<Typed> fields) {
    var values =
        fields.stream()
            .map(one ->
                one.question().name() + ":" + Quotes.around(EditQuestions.orNothing(one.text())))
            .collect(Collectors.joining(" "));
    var seen = fields.stream().collect(Collectors.toMap(one -> one.question().name(), Typed::seen));
    return new Stamps(seen).behind(IncidentPost.command("edit", incident) + " " + values);
  }

  private static String action(Incident incident) {
    return "/incidents/" + incident.id().value() + "/edit";
  }
}
