package dev.muster.commands.incident.edit;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.asking.Blank;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.Message;
import dev.muster.commands.chat.Reply;
import dev.muster.commands.chat.Span;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that people know of an incident, field by field. */
public final class FieldList {

  private static final Set<Field<?>> IN_THE_POST =
      Set.of(Fields.TITLE, Fields.SUMMARY_TEXT, Fields.SERVICE_NAMES);

  private FieldList() {}

  /** What has been filled in, besides what the post shows anyway. */
  public static Optional<Block> known(Incident incident, Asker asker) {
    var fields = new ArrayList<Block.Field>();
    incident.details().crew().assignee().ifPresent(who -> add(fields, "Assignee", who.name()));
    incident.details().crew().roles().forEach((role, who) -> add(fields, role.title(), who.name()));
    Fields.all().stream()
        .filter(field -> !IN_THE_POST.contains(field))
        .forEach(field ->
            field.shown(incident, asker).ifPresent(value -> add(fields, field.label(), value)));
    return fields.isEmpty() ? Optional.empty() : Optional.of(new Block.Fields(fields));
  }

  /** Every field with its value, and how it is set. */
  static Reply reply(Incident incident, Asker asker) {
    var fields = new ArrayList<Block.Field>();
    for (var field : Fields.all()) {
      add(fields, field.option().name(), field.shown(incident, asker).orElse("–"));
    }
    var how = IncidentPost.typed("edit", incident) + " affected-users:612 etr:30m";
    return Reply.toAsker(
        Message.of(
            "What is known of " + incident.id(),
            Block.line("What is known of " + IncidentPost.oneLine(incident)),
            new Block.Fields(fields),
            Block.line(Span.text("Set one or more: "), Span.code(how)),
            Block.line(
                Span.text("Take one away: "),
                Span.code(IncidentPost.typed("edit", incident) + " etr:none"))));
  }

  /** Every field with its value in it, to be changed. */
  static Form form(Command command, Incident incident, Asker asker) {
    var fields =
        Fields.all().stream()
            .map(field ->
                Blank.standing(
                    field.parameter(), asker.person(), field.typed(incident, asker).orElse("")))
            .toList();
    return Blank.form(command, Optional.of(incident.id().toString()), fields);
  }

  private static void add(List<Block.Field> fields, String name, String value) {
    fields.add(new Block.Field(name, value));
  }
}
