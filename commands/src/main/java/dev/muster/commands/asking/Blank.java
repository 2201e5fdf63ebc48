package dev.muster.commands.asking;

import dev.muster.commands.chat.Command;
import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Form;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes the forms of commands. Stateless. */
public final class Blank {

  static final String NEEDED = "This is needed.";

  private Blank() {}

  /**
   * A form for a command.
   *
   * @param incident what is typed for the incident that is meant, such as {@code #1042}
   */
  public static Form form(Command command, Optional<String> incident, List<Form.Field> fields) {
    var typed = CommandTable.typed(command.name());
    var usage = command.arguments().isEmpty() ? typed : typed + " " + command.arguments();
    var said = incident.map(id -> typed + " " + id).orElse(typed);
    return new Form(said, said, command.summary(), usage, fields);
  }

  /** With the only choice in it where one is needed and there is no other. */
  static Form.Field field(
      Parameter parameter, Person asker, String value, Optional<String> problem) {
    var choices = parameter.choices(asker);
    var only = parameter.isRequired() && choices.size() == 1 ? choices.getFirst().value() : "";
    var filled = value.isEmpty() ? only : known(choices, value);
    var isMended = value.isEmpty() && !filled.isEmpty();
    return new Form.Field(parameter, choices, filled, "", isMended ? Optional.empty() : problem);
  }

  /** A field for something that is needed and was not said. */
  public static Form.Field missing(Parameter parameter, Person asker) {
    return field(parameter, asker, "", Optional.of(NEEDED));
  }

  /** A field with what it stands for already. */
  public static Form.Field standing(Parameter parameter, Person asker, String value) {
    return new Form.Field(parameter, parameter.choices(asker), value, value, Optional.empty());
  }

  /** As the list of choices writes it, whatever it was called by. */
  private static String known(List<Choice> choices, String value) {
    var name = value.startsWith("@") ? value.substring(1) : value;
    return find(choices, choice -> choice.value().equalsIgnoreCase(value))
        .or(() -> find(choices, choice -> choice.value().equalsIgnoreCase(name)))
        .or(() -> find(choices, choice -> choice.label().equalsIgnoreCase(name)))
        .orElse(value);
  }

  private static Optional<String> find(List<Choice> choices, Predicate<Choice> meant) {
    return choices.stream().filter(meant).findFirst().map(Choice::value);
  }
}
