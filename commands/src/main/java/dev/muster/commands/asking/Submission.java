package dev.muster.commands.asking;

import dev.muster.commands.argument.Quotes;
import dev.muster.commands.chat.form.Input;
import dev.muster.commands.chat.form.Parameter;
import dev.muster.commands.chat.form.Parameter.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a form that was filled in as a command that could have been typed. Stateless. */
public final class Submission {

  /** What takes a value away. */
  private static final String NOTHING = "none";

  private Submission() {}

  /**
   * All of the command's text.
   *
   * @param command what stands before the values, such as {@code /incident edit #1042}
   */
  public static String text(
      String command, List<Parameter> parameters, Map<String, String> values) {
    var words = new ArrayList<>(List.of(command));
    Stream.concat(
            parameters.stream().filter(one -> one.spot() != Spot.OPTION),
            parameters.stream().filter(one -> one.spot() == Spot.OPTION))
        .forEach(parameter -> {
          var value = values.getOrDefault(parameter.name(), "").strip();
          if (!value.isEmpty()) {
            words.add(said(parameter, value));
          }
        });
    return String.join(" ", words);
  }

  /**
   * Only what somebody has changed, so that what others change meanwhile stays.
   *
   * @param before what stood in the fields when the form was opened
   */
  public static Map<String, String> changed(
      List<Parameter> parameters, Map<String, String> values, Map<String, String> before) {
    var changed = new LinkedHashMap<String, String>();
    for (var parameter : parameters) {
      var was = plain(before.getOrDefault(parameter.name(), ""));
      var now = plain(values.getOrDefault(parameter.name(), was));
      if (!now.equals(was)) {
        changed.put(parameter.name(), change(parameter, was, now));
      }
    }
    return changed;
  }

  /** Whether a field says the same, whatever ends its lines. */
  public static boolean isSame(String one, String other) {
    return plain(one).equals(plain(other));
  }

  /** What stood in the fields that are changed and that would overwrite what others write. */
  public static Stamps seen(
      List<Parameter> parameters, Map<String, String> values, Map<String, String> before) {
    var seen = new HashMap<String, String>();
    for (var parameter : parameters) {
      var was = before.getOrDefault(parameter.name(), "");
      var now = values.getOrDefault(parameter.name(), was);
      if (!isSame(now, was) && !isMerged(parameter, was, now)) {
        seen.put(parameter.name(), Stamps.of(was));
      }
    }
    return new Stamps(seen);
  }

  /** Whether two people who change it at once both get what they want. */
  public static boolean isMerged(Parameter parameter, String was, String now) {
    var isNames = parameter.asked().input() instanceof Input.Names;
    return isNames && !plain(was).isEmpty() && !plain(now).isEmpty();
  }

  private static String change(Parameter parameter, String was, String now) {
    if (now.isEmpty()) {
      return NOTHING;
    }
    return isMerged(parameter, was, now) ? difference(names(was), names(now)) : now;
  }

  /** What is added and taken away, so that two people who do so at once both get what they want. */
  private static String difference(Set<String> was, Set<String> now) {
    var added = now.stream().filter(name -> !was.contains(name)).map(name -> "+" + name);
    var gone = was.stream().filter(name -> !now.contains(name)).map(name -> "-" + name);
    return Stream.concat(added, gone).collect(Collectors.joining(","));
  }

  private static Set<String> names(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String said(Parameter parameter, String value) {
    return switch (parameter.spot()) {
      case INCIDENT -> value.startsWith("#") ? value : "#" + value;
      case WORD -> Quotes.word(value);
      case TEXT -> Quotes.text(value);
      case OPTION -> parameter.name() + ":" + Quotes.word(value);
    };
  }

  /** Browsers end lines in their own way. */
  private static String plain(String text) {
    return text.replace("\r\n", "\n").strip();
  }
}
