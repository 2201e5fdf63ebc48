package dev.muster.commands.argument;

import dev.muster.commands.argument.Options.Sorted;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed, by the names of the parameters that it fills in, read or not.
 *
 * @param mistake why it cannot be told what belongs where
 */
public record FilledIn(Map<String, String> values, Optional<Mistake> mistake) {

  private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

  public FilledIn {
    values = Map.copyOf(values);
  }

  /**
   * Takes what was typed apart.
   *
   * @param isInThread whether a bare number may be text, as in "3 pods restarted"
   */
  public static FilledIn of(
      List<Parameter> parameters, Typed typed, Asker asker, boolean isInThread) {
    var hasText = parameters.stream().anyMatch(parameter -> parameter.spot() == Spot.TEXT);
    var options =
        parameters.stream().filter(one -> one.spot() == Spot.OPTION).map(FilledIn::raw).toList();
    return switch (new Options<>(options, hasText).read(typed, asker)) {
      case Sorted.Wrong<String>(var mistake) -> new FilledIn(Map.of(), Optional.of(mistake));
      case Sorted.Right<String>(var text, var named) -> {
        var values = new LinkedHashMap<>(named);
        var rest = new Typed(text);
        for (var parameter : parameters) {
          rest = take(parameter, rest, isInThread, values);
        }
        yield new FilledIn(values, Optional.empty());
      }
    };
  }

  private static Option<String> raw(Parameter parameter) {
    return new Option<>(
        parameter.name(),
        parameter.aliases(),
        parameter.asked().example(),
        parameter.asked().input(),
        (text, _) -> new Value.Good<>(text));
  }

  /** What is left behind it. */
  private static Typed take(
      Parameter parameter, Typed rest, boolean isInThread, Map<String, String> values) {
    if (rest.isEmpty()) {
      return rest;
    }
    return switch (parameter.spot()) {
      case OPTION -> rest;
      case INCIDENT -> {
        var number = NUMBER.matcher(rest.first());
        if (!number.matches() || (isInThread && !rest.first().startsWith("#"))) {
          yield rest;
        }
        values.put(parameter.name(), "#" + number.group(1));
        yield rest.behindFirst();
      }
      case WORD -> word(parameter, rest, values);
      case TEXT -> {
        values.put(parameter.name(), Quotes.strip(rest.text()));
        yield new Typed("");
      }
    };
  }

  /** The parameter's own name may stand before it: {@code into 1042}. */
  private static Typed word(Parameter parameter, Typed rest, Map<String, String> values) {
    var from = rest.first().equalsIgnoreCase(parameter.name()) ? rest.behindFirst() : rest;
    if (from.isEmpty()) {
      return from;
    }
    var token = Token.of(from.text()).getFirst();
    values.put(parameter.name(), Quotes.strip(token.raw()));
    return new Typed(from.text().substring(token.raw().length()));
  }
}
