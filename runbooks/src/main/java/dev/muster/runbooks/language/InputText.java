package dev.muster.runbooks.language;

import com.google.re2j.Pattern;
import dev.muster.runbooks.shape.Durations;
import dev.muster.runbooks.yaml.Words;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads one value as somebody typed it. The text stays text: quotes, {@code $(…)} and the like are
 * nothing special. Thread-safe.
 */
public final class InputText {

  private static final List<String> YES = List.of("true", "yes", "on");
  private static final List<String> NO = List.of("false", "no", "off");

  private InputText() {}

  /** What came of it. */
  public sealed interface Reading {

    record Value(Object value) implements Reading {}

    /** What is wrong and what to type instead; does not repeat a long value. */
    record Refused(String why) implements Reading {}
  }

  /** Read by the type; people are known by one word each. */
  public static Reading read(Input.Type type, String typed, Collection<String> people) {
    return switch (type) {
      case Input.Type.Text text -> text(text, typed);
      case Input.Type.Whole(var least, var most) ->
          whole(typed)
              .<Reading>map(number ->
                  least.filter(it -> number < it).isPresent()
                          || most.filter(it -> number > it).isPresent()
                      ? refused(typed, "a whole number " + range(least, most))
                      : new Reading.Value(number))
              .orElseGet(() -> refused(typed, "a whole number " + range(least, most)));
      case Input.Type.Decimal decimal -> decimal(decimal, typed);
      case Input.Type.YesNo _ -> yesNo(typed);
      case Input.Type.OneOf(var words) ->
          words.contains(typed)
              ? new Reading.Value(typed)
              : new Reading.Refused(
                  "expected one of %s, found %s%s"
                      .formatted(
                          Words.listed(words),
                          Words.quoted(typed),
                          Words.didYouMean(typed, words)));
      case Input.Type.Length _ ->
          Durations.exact(typed)
              .<Reading>map(Reading.Value::new)
              .orElseGet(() -> refused(typed, "a length of time such as 30s, 15m or 1h30m"));
      case Input.Type.Somebody _ -> somebody(typed, people);
      case Input.Type.Secret(var from) ->
          new Reading.Refused(
              "a secret is never typed; it is taken from " + from + " where Muster runs");
    };
  }

  private static Reading text(Input.Type.Text type, String typed) {
    if (typed.length() > type.longest()) {
      return new Reading.Refused(
          "longer than %d characters; make it shorter".formatted(type.longest()));
    }
    if (typed.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
      return new Reading.Refused("has an invisible control character; type it again");
    }
    return type.pattern().filter(pattern -> !Pattern.matches(pattern, typed)).isPresent()
        ? refused(typed, "a text that the whole pattern " + type.pattern().orElse("") + " matches")
        : new Reading.Value(typed);
  }

  private static Reading decimal(Input.Type.Decimal type, String typed) {
    var expected = "a number " + range(type.least(), type.most());
    try {
      var number = new BigDecimal(typed.strip());
      var fits =
          typed.length() <= 40
              && type.least().filter(it -> number.compareTo(it) < 0).isEmpty()
              && type.most().filter(it -> number.compareTo(it) > 0).isEmpty();
      return fits ? new Reading.Value(number.doubleValue()) : refused(typed, expected);
    } catch (NumberFormatException _) {
      return refused(typed, expected);
    }
  }

  private static Reading yesNo(String typed) {
    var word = typed.strip().toLowerCase(Locale.ROOT);
    return YES.contains(word) || NO.contains(word)
        ? new Reading.Value(YES.contains(word))
        : refused(typed, "yes or no");
  }

  private static Reading somebody(String typed, Collection<String> people) {
    var id = typed.startsWith("@") ? typed.substring(1) : typed;
    return people.contains(id)
        ? new Reading.Value(id)
        : new Reading.Refused(
            "there is nobody called " + Words.quoted(id) + Words.insteadOf(id, people, "people"));
  }

  private static Optional<Long> whole(String typed) {
    try {
      return Optional.of(Long.parseLong(typed.strip()));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static String range(Optional<?> least, Optional<?> most) {
    if (least.isPresent() && most.isPresent()) {
      return "from " + least.get() + " to " + most.get();
    }
    return least
        .map(it -> "from " + it + " on")
        .or(() -> most.map(it -> "up to " + it))
        .orElse("such as 3");
  }

  private static Reading refused(String typed, String expected) {
    return new Reading.Refused("expected " + expected + ", found " + Words.quoted(typed));
  }
}
