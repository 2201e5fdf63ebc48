package dev.muster.commands.chat.form;

import dev.muster.commands.people.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a command takes: the one declaration from which forms and completion come.
 *
 * @param name the option's name; for the others the name of the form's field
 */
public record Parameter(
    Spot spot, String name, List<String> aliases, Asked asked, boolean isRequired) {

  public Parameter {
    aliases = List.copyOf(aliases);
  }

  /** Where it is typed. */
  public enum Spot {
    /** An incident's number, which can be left out in its thread. */
    INCIDENT,
    /** One word, or several in quotes. */
    WORD,
    /** All words that have no name. */
    TEXT,
    /** {@code name:value} or {@code --name value}. */
    OPTION
  }

  /**
   * How it is asked for.
   *
   * @param example a value as somebody could type it
   */
  public record Asked(String label, String example, Input input, Check check) {}

  /** What is wrong with a value; empty when it can be read. */
  @FunctionalInterface
  public interface Check {
    Check NONE = (_, _, _) -> Optional.empty();

    Optional<Wrong> wrong(String text, Person asker, Instant now);
  }

  /**
   * A value that cannot be read.
   *
   * @param problem in whole sentences
   * @param meant what was probably meant
   */
  public record Wrong(String problem, Optional<String> meant) {}

  public static Parameter incident(Choices open) {
    var asked = new Asked("Incident", "1042", new Input.Pick(open), Check.NONE);
    return new Parameter(Spot.INCIDENT, "number", List.of(), asked, true);
  }

  public static Parameter word(String name, Asked asked) {
    return new Parameter(Spot.WORD, name, List.of(), asked, false);
  }

  public static Parameter text(String name, Asked asked) {
    return new Parameter(Spot.TEXT, name, List.of(), asked, false);
  }

  /** The same, filled in otherwise. */
  public Parameter with(Input input) {
    var other = new Asked(asked.label(), asked.example(), input, asked.check());
    return new Parameter(spot, name, aliases, other, isRequired);
  }

  public Parameter required() {
    return new Parameter(spot, name, aliases, asked, true);
  }

  /** Every name by which an option is called. */
  public Stream<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream());
  }

  public List<Choices.Choice> choices(Person asker) {
    return switch (asked.input()) {
      case Input.Pick(var choices) -> choices.of(asker);
      case Input.Known(_, var choices) -> choices.of(asker);
      case Input.Names(var choices) -> choices.of(asker);
      case Input.Line _, Input.Word _, Input.Text _, Input.Number _, Input.Time _ -> List.of();
    };
  }
}
