package dev.muster.bot.console.form;

import dev.muster.bot.console.form.Question.Typed;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.asking.Stamps;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.action.Team;
import java.util.ArrayList;
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
    var commands = new ArrayList<String>();
    var fields = new ArrayList<Typed>();
    for (var one : changed) {
      var name = one.question().name();
      if (name.equals(EditQuestions.SEVERITY)) {
        commands.add(IncidentPost.command("severity", incident) + " " + one.text());
      } else if (name.equals(EditQuestions.ASSIGNEE)) {
        commands.add(
            IncidentPost.command("assign", incident) + " " + EditQuestions.orNobody(one.text()));
      } else if (name.startsWith(EditQuestions.ROLE)) {
        var role = name.substring(EditQuestions.ROLE.length());
        commands.add(
            IncidentPost.command("role", incident)
                + " "
                + role
                + " "
                + EditQuestions.orNobody(one.text()));
      } else {
        fields.add(one);
      }
    }
    if (!fields.isEmpty()) {
      commands.add(edit(incident, fields));
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
