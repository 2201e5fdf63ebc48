package dev.muster.commands.chat.form;

import dev.muster.commands.chat.form.Choices.Choice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks for what a command needs. Sending it is an invocation like any other: its text is made of
 * the command and of the fields' values by {@code Submission}.
 *
 * @param command what is typed already, such as {@code /incident edit #1042}
 * @param heading the same for people to read: without what only buttons say
 * @param about what the command does, in one line
 * @param usage how all of it can be typed instead
 */
public record Form(String command, String heading, String about, String usage, List<Field> fields) {

  public Form {
    fields = List.copyOf(fields);
  }

  /**
   * One field.
   *
   * @param choices for one that is picked
   * @param value what stands in it; empty for nothing
   * @param before what stood in it when the form was opened: what is still the same is not sent
   * @param problem what is wrong with the value
   */
  public record Field(
      Parameter parameter,
      List<Choice> choices,
      String value,
      String before,
      Optional<String> problem) {

    public Field {
      choices = List.copyOf(choices);
    }

    public String name() {
      return parameter.name();
    }

    public Field with(String text, String stood) {
      return new Field(parameter, choices, text, stood, problem);
    }

    public Field wrong(String why) {
      return new Field(parameter, choices, value, before, Optional.of(why));
    }

    private Field unmarked() {
      return new Field(parameter, choices, value, before, Optional.empty());
    }
  }

  /** With what somebody has filled in, by the fields' names. */
  public Form filled(Map<String, String> values, Map<String, String> before) {
    return each(field ->
        field.with(
            values.getOrDefault(field.name(), field.value()),
            before.getOrDefault(field.name(), field.before())));
  }

  /** As it is opened: nobody has had the chance yet to fill in what is missing. */
  public Form fresh() {
    return each(field -> field.value().isEmpty() ? field.unmarked() : field);
  }

  public Form each(UnaryOperator<Field> change) {
    return new Form(command, heading, about, usage, fields.stream().map(change).toList());
  }
}
