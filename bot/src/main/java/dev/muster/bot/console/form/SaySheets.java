package dev.muster.bot.console.form;

import dev.muster.bot.console.form.Question.Look;
import dev.muster.bot.console.form.Question.Typed;
import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Quotes;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentPost;
import dev.muster.commands.incident.edit.Field;
import dev.muster.commands.incident.edit.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The forms in which people say something about an incident: an update for all, or a note. */
public final class SaySheets {

  private static final String TEXT = "text";
  private static final int LONGEST = 3_000;
  private static final List<Field<?>> PROMISES =
      List.of(Fields.NEXT_UPDATE, Fields.ETR, Fields.AFFECTED_USERS);
  private static final Map<String, String> HINTS =
      Map.of(
          "next-update",
          "30m; empty: as usual",
          "etr",
          "2h or 14:32",
          "affected-users",
          "a number, such as 612");

  private SaySheets() {}

  public static Sheet update(Incident incident, Asker asker, Map<String, String> values) {
    var questions =
        Stream.concat(
            Stream.of(text("How it stands")),
            PROMISES.stream().map(field -> promise(field, asker)));
    return sheet(incident, "update", questions, values);
  }

  public static Sheet note(Incident incident, Map<String, String> values) {
    return sheet(incident, "note", Stream.of(text("Note")), values);
  }

  private static Sheet sheet(
      Incident incident, String verb, Stream<Question> questions, Map<String, String> values) {
    var typed = questions.map(question -> question.in(values)).toList();
    var command =
        typed.stream()
            .filter(Typed::isChanged)
            .map(one ->
                one.question().name().equals(TEXT)
                    ? Quotes.around(one.text())
                    : one.question().name() + ":" + Quotes.around(one.text()))
            .collect(Collectors.joining(" "));
    return new Sheet(
        "/incidents/" + incident.id().value() + "/" + verb,
        typed,
        List.of(IncidentPost.command(verb, incident) + " " + command),
        !values.isEmpty());
  }

  private static Question text(String label) {
    return new Question(TEXT, label, Look.area(true), "", SaySheets::problem);
  }

  private static Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.of("Nothing is written yet.");
    }
    return text.length() > LONGEST
        ? Optional.of("These are %,d characters, it takes %,d.".formatted(text.length(), LONGEST))
        : Optional.empty();
  }

  private static Question promise(Field<?> field, Asker asker) {
    var name = field.option().name();
    return new Question(
        name,
        field.label(),
        Look.line(HINTS.getOrDefault(name, "")),
        "",
        text -> EditQuestions.problem(field, text, asker));
  }
}
