package dev.muster.commands.argument;

import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Until when something lasts, as people say it: {@code 2h}, {@code for 3 hours}, {@code until
 * 07:00}, {@code tomorrow 07:00}. Stateless.
 */
public final class Ending {

  private static final String SAY = "Say for example 2h, 30m or until 07:00.";
  private static final int WORDS = 4;
  private static final Pattern NAMED = Pattern.compile("(?i)for|until|till");
  private static final Pattern NAME = Pattern.compile("(?i)^(?:for|until|till)\\s+(?=\\S)");

  /**
   * {@code 2hh}, {@code 3}, {@code 25:00} or a day, but not {@code 2nd}, {@code 1st}, {@code 5xx}.
   */
  private static final Pattern LIKE_ONE =
      Pattern.compile(
          "(?i)(?:\\d+(?:[.,]\\d+(?=[smhdw]))?(?:[smhdw](?!t\\b)\\w*)?"
              + "|\\d{1,2}:\\d{2}\\S*|\\d{4}-\\d{2}-\\d{2}\\S*)[,.;:]?");

  private Ending() {}

  /**
   * Words that are meant as a time, and what stands behind them.
   *
   * @param said as it was said, read or not
   */
  public record Leading(String said, Typed behind) {}

  /** As many of the first words as say when; empty where they are some other text. */
  public static Optional<Leading> leading(Typed typed, Asker asker) {
    var isNamed = NAMED.matcher(typed.first()).matches();
    var from = isNamed ? typed.behindFirst() : typed;
    var name = isNamed ? typed.first() + " " : "";
    var words = from.words();
    for (var count = Math.min(WORDS, words.size()); count > 0; count--) {
      var said = String.join(" ", words.subList(0, count));
      if (Clock.future(said, asker).isPresent()) {
        return Optional.of(new Leading(name + said, behind(from, count)));
      }
    }
    return isNamed || LIKE_ONE.matcher(typed.first()).matches()
        ? Optional.of(new Leading((name + from.first()).strip(), from.behindFirst()))
        : Optional.empty();
  }

  /**
   * Reads one that is to come.
   *
   * @param tooLong what is wrong with one that is farther away than the longest
   */
  public static Reader<Instant> within(Duration longest, String tooLong) {
    return (text, asker) -> {
      var said = NAME.matcher(text.strip()).replaceFirst("");
      if (Clock.future(said, asker).isEmpty()) {
        return new Bad<>("I can't read \"" + Words.echo(text.strip()) + "\" as a time. " + SAY);
      }
      return switch (Readers.future().read(said, asker)) {
        case Value.Good<Instant>(var at) when at.isAfter(asker.now().plus(longest)) ->
            new Bad<>(tooLong);
        case Value<Instant> read -> read;
      };
    };
  }

  private static Typed behind(Typed typed, int count) {
    var rest = typed;
    for (var i = 0; i < count; i++) {
      rest = rest.behindFirst();
    }
    return rest;
  }
}
