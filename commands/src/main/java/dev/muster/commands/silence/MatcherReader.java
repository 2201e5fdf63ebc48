package dev.muster.commands.silence;

import com.google.re2j.PatternSyntaxException;
import dev.muster.commands.alert.LabelMatcher;
import dev.muster.commands.alert.LabelMatcher.Equal;
import dev.muster.commands.alert.LabelMatcher.Expression;
import dev.muster.commands.alert.LabelMatcher.Not;
import dev.muster.commands.argument.Typed;
import dev.muster.commands.argument.Value;
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads matchers from the beginning of a text, written as Alertmanager and the routes write them:
 * {@code service=api env!=test instance=~"db.*"}, with commas and braces or without. As elsewhere a
 * colon may stand for the equals sign.
 */
public final class MatcherReader {

  private static final int LONGEST = 1_000;

  /** Names that are the command's own and no label's, where a colon follows. */
  private static final String TAKEN = "(?!(?:for|until|reason):)";

  private static final Pattern ONE =
      Pattern.compile(
          "[\\s,{]*(?<label>"
              + TAKEN
              + "[\\p{L}_][^\\s=!~:,{}\"]{0,199})\\s*(?<operator>=~|!~|!=|=|:(?!\\s|//))\\s*"
              + "(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s,}\"][^\\s,}]*|)");

  private static final Pattern END = Pattern.compile("[\\s,}]*");

  private MatcherReader() {}

  /** What stood at the beginning, and what is left behind it. */
  public record Leading(List<LabelMatcher> matchers, String rest) {}

  /** All matchers that a text begins with; none is no mistake. */
  public static Value<Leading> leading(String typed) {
    var text = typed.replaceAll("[“”„]", "\"");
    var found = new ArrayList<LabelMatcher>();
    var one = ONE.matcher(text);
    var at = 0;
    while (one.region(at, text.length()).lookingAt()) {
      if (one.group("value").length() > LONGEST) {
        return new Bad<>("a value may have " + LONGEST + " characters.");
      }
      try {
        found.add(matcher(one));
      } catch (PatternSyntaxException e) {
        return new Bad<>(
            "\"%s\" is no RE2 expression: %s."
                .formatted(Words.echo(value(one)), e.getDescription()));
      }
      at = one.end();
    }
    return new Good<>(new Leading(found, behind(text, at)));
  }

  /** Those that some words begin or end with, as they were typed; empty where there are none. */
  public static Optional<String> among(String words) {
    for (var rest = new Typed(words); !rest.isEmpty(); rest = rest.behindFirst()) {
      var isWhole = rest.text().equals(words.strip());
      if (leading(rest.text()) instanceof Good<Leading>(var found)
          && !found.matchers().isEmpty()
          && (isWhole || found.rest().isEmpty())) {
        var length = rest.text().length() - found.rest().length();
        return Optional.of(rest.text().substring(0, length).strip());
      }
    }
    return Optional.empty();
  }

  /** As {@link Matchers#text} has them. */
  public static Matchers parse(String text) {
    return switch (leading(text)) {
      case Good<Leading>(var leading) when leading.rest().isEmpty() ->
          canonical(leading.matchers());
      case Good<Leading> _, Bad<Leading> _ ->
          throw new IllegalArgumentException("not written by us: " + text);
    };
  }

  /** Whether they can make a silence: some, not too many, and none that nearly everything has. */
  public static Value<Matchers> silencing(List<LabelMatcher> matchers) {
    if (matchers.isEmpty()) {
      return new Bad<>("say which alerts, such as alertname=disk_full service=db.");
    }
    var all = canonical(matchers);
    if (all.all().size() > Matchers.MOST) {
      return new Bad<>(
          "these are %d matchers, it takes %d.".formatted(all.all().size(), Matchers.MOST));
    }
    return all.acceptAnything()
        ? new Bad<>(
            "%s would silence nearly every alert, since it takes those without such labels too. Name"
                    .formatted(all)
                + " one label that they have, such as alertname=disk_full.")
        : new Good<>(all);
  }

  /** Those that accept exactly the alerts with these labels, as somebody would type them. */
  public static String of(Map<String, String> labels) {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .filter(label -> label.getKey().matches("[\\p{L}_][^\\s=!~:,{}\"]{0,199}"))
            .filter(label -> label.getValue().length() <= LONGEST)
            .limit(Matchers.MOST)
            .map(label -> written(new Equal(label.getKey(), label.getValue())))
            .collect(Collectors.joining(" "));
  }

  private static Matchers canonical(List<LabelMatcher> matchers) {
    var byText = new TreeMap<String, LabelMatcher>();
    matchers.forEach(matcher -> byText.put(written(matcher), matcher));
    return new Matchers(String.join(" ", byText.keySet()), List.copyOf(byText.values()));
  }

  private static String written(LabelMatcher matcher) {
    return switch (matcher) {
      case Equal(var label, var value) -> label + "=" + quoted(value);
      case Expression(var label, var pattern) -> label + "=~" + quoted(pattern.pattern());
      case Not(Equal(var label, var value)) -> label + "!=" + quoted(value);
      case Not(Expression(var label, var pattern)) -> label + "!~" + quoted(pattern.pattern());
      case Not _, LabelMatcher.AnyOf _ ->
          throw new IllegalArgumentException("nobody can type this: " + matcher);
    };
  }

  private static LabelMatcher matcher(Matcher one) {
    var label = one.group("label");
    var value = value(one);
    return switch (one.group("operator")) {
      case "=~" -> new Expression(label, com.google.re2j.Pattern.compile(value));
      case "!~" -> new Not(new Expression(label, com.google.re2j.Pattern.compile(value)));
      case "!=" -> new Not(new Equal(label, value));
      default -> new Equal(label, value);
    };
  }

  private static String value(Matcher one) {
    var value = one.group("value");
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("(?s)\\\\([\"\\\\])", "$1")
        : value;
  }

  private static String quoted(String value) {
    return '"' + value.replaceAll("([\"\\\\])", "\\\\$1") + '"';
  }

  private static String behind(String text, int at) {
    if (at == 0) {
      return text.strip();
    }
    var end = END.matcher(text).region(at, text.length());
    return text.substring(end.lookingAt() ? end.end() : at).strip();
  }
}
