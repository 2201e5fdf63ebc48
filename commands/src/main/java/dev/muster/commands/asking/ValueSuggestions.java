package dev.muster.commands.asking;

import dev.muster.commands.argument.Quotes;
import dev.muster.commands.asking.Completions.Suggestion;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import dev.muster.commands.people.Person;
import java.util.Locale;
import java.util.stream.Stream;

/** The values that what is being typed may become. Blocking. */
record ValueSuggestions(CommandLine line, Person asker) {

  /** So many letters may stand anywhere in what a value means. */
  private static final int ENOUGH = 3;

  Stream<Suggestion> of(Parameter parameter) {
    return parameter.asked().input() instanceof Input.Names
        ? named(parameter)
        : parameter.choices(asker).stream()
            .filter(choice -> isBegun(choice, line.value()))
            .map(choice -> {
              var text = line.head() + line.named() + typed(parameter, choice) + " ";
              return new Suggestion(text, choice.value(), "", choice.label());
            });
  }

  /** Of several words, some of which are typed. */
  Stream<Suggestion> goingOn(Parameter parameter, String typed) {
    var begun = (typed + " " + line.word()).toLowerCase(Locale.ROOT);
    return parameter.choices(asker).stream()
        .filter(choice -> choice.value().toLowerCase(Locale.ROOT).startsWith(begun))
        .map(choice -> {
          var text = line.head() + choice.value().substring(typed.length() + 1) + " ";
          return new Suggestion(text, choice.value(), "", choice.label());
        });
  }

  /** The last of several with commas between them, which may be one to add or to take away. */
  private Stream<Suggestion> named(Parameter parameter) {
    var at = line.value().lastIndexOf(',') + 1;
    var sign = line.value().substring(at).matches("[+-].*") ? 1 : 0;
    var kept = line.value().substring(0, at + sign);
    return parameter.choices(asker).stream()
        .filter(choice -> isBegun(choice, line.value().substring(at + sign)))
        .filter(choice -> kept.isEmpty() || Quotes.word(choice.value()).equals(choice.value()))
        .map(choice -> {
          var name = kept.isEmpty() ? Quotes.word(choice.value()) : choice.value();
          var text = line.head() + line.named() + kept + name;
          return new Suggestion(text, choice.value(), "", choice.label());
        });
  }

  /** A text needs no quotes around its words. */
  private static String typed(Parameter parameter, Choice choice) {
    return parameter.spot() == Spot.TEXT ? choice.value() : Quotes.word(choice.value());
  }

  /** People are also called with an {@code @}. */
  private static boolean isBegun(Choice choice, String begun) {
    var lower = begun.toLowerCase(Locale.ROOT);
    var name = lower.startsWith("@") ? lower.substring(1) : lower;
    var value = choice.value().toLowerCase(Locale.ROOT);
    return value.startsWith(lower)
        || value.startsWith(name)
        || value.startsWith("#" + lower)
        || (name.length() >= ENOUGH && choice.label().toLowerCase(Locale.ROOT).contains(name));
  }
}
