package dev.muster.commands.runbook.typing;

import dev.muster.commands.argument.Mistake;
import dev.muster.commands.argument.Option;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.runbook.Library;
import dev.muster.commands.text.Words;
import dev.muster.runbooks.language.Definition;
import dev.muster.runbooks.language.Input;
import dev.muster.runbooks.text.NearestWords;
import java.util.List;
import java.util.stream.Collectors;

/** What is said where people name a runbook or its inputs wrongly. */
public final class Slips {

  private Slips() {}

  public static Mistake unknown(Library library, String name) {
    var known = library.named(name).orElse(name);
    var troubles = library.lacking().getOrDefault(known, List.of());
    if (!troubles.isEmpty()) {
      return Mistake.of(
          "Muster's library has a runbook %s, which cannot be used here yet: %s"
              .formatted(known, String.join("; ", troubles)));
    }
    if (name.matches("#?\\d{1,18}")) {
      return Mistake.of(
          "\"%s\" is no name of a runbook. A run is shown by /runbook status %s."
              .formatted(name, name));
    }
    var near = NearestWords.nearest(name, library.names());
    return new Mistake(
        "There is no runbook \"" + Words.echo(name) + "\". /runbook list shows all.",
        name,
        near.stream().findFirst());
  }

  /** Words without a name; one that is a name itself lacks its value. */
  static Mistake stray(String text, List<Option<String>> options) {
    var first = new Typed(text).first();
    return options.stream()
        .filter(one -> one.name().equalsIgnoreCase(first) && !one.example().isEmpty())
        .findFirst()
        .map(one -> "\"%s\" needs its value: %s:%s.".formatted(first, one.name(), one.example()))
        .map(Mistake::of)
        .orElseGet(() ->
            Mistake.of("I don't know what \"" + text + "\" is: inputs are typed name=value."));
  }

  /** The runbook with what it needs, to be typed. */
  static String example(Definition runbook) {
    return runbook.runbook().name()
        + runbook.runbook().inputs().values().stream()
            .filter(Input::required)
            .filter(input -> !input.isSecret())
            .map(input -> " " + input.name() + "=…")
            .collect(Collectors.joining());
  }
}
