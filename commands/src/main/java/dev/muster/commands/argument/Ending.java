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
  private static final Pattern NAMED = Pattern.compile("(?i)for|until|till");
  private static final Pattern NAME = Pattern.compile("(?i)^(?:for|until|till)\\s+(?=\\S)");

  /**
   * {@code 2hh}, {@code 3}, {@code 25:00}, {@code 13pm} or a day, but not {@code 2nd}, {@code 1st},
   * {@code 5xx}.
   */
  private static final Pattern LIKE_ONE =
      Pattern.compile(
          "(?i)(?:-?\\d+(?:[.,]\\d+(?=[smhdw]))?(?:[smhdw](?!t\\b)\\w*)?"
              + "|\\d{1,2}[ap]m|\\d{1,2}:\\d{2}\\S*|\\d{4}-\\d{2}-\\d{2}\\S*)[,.;:]?");

  private Ending() {}

  /**
   * What was said of an end and of why, read or not.
   *
   * @param end empty where nothing was said that could be one
   * @param why what was said by that name
   * @param rest the words behind the end
   */
  public record Said(String end, String why, Typed rest) {

    public String reason() {
      return (why + " " + rest.text()).strip();
    }

    /** Of something that needs an end and that begins with it. */
    public Said orFirstWord() {
      return end.isEmpty() ? new Said(rest.first(), why, rest.behindFirst()) : this;
    }
  }

  /**
   * Finds the end among the first words, unless it was said by name.
   *
   * @param end what was said by that name
   * @param why what was said by that name
   */
  public static Said split(String end, String why, Typed rest, Asker asker) {
    if (!end.isEmpty()) {
      return new Said(end, why, rest);
    }
    return leading(rest, asker)
        .map(found -> new Said(found.said(), why, found.behind()))
        .orElseGet(() -> new Said("", why, rest));
  }

  /** Words that are meant as a time. */
  private record Leading(String said, Typed behind) {}

  /** As many of the first words as say when; empty where they are some other text. */
  private static Optional<Leading> leading(Typed typed, Asker asker) {
    var isNamed = NAMED.matcher(typed.first()).matches();
    var from = isNamed ? typed.behindFirst() : typed;
    var name = isNamed ? typed.first() + " " : "";
    var words = from.words();
    var count = Clock.leading(words, asker);
    if (count > 0 && !words.getFirst().equalsIgnoreCase("now")) {
      var said = String.join(" ", words.subList(0, count));
      return Optional.of(new Leading(name + said, behind(from, count)));
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

  /**
   * Doubts words behind a reason that may as well be the end, where no end was said by its name.
   */
  public static Options.Doubt doubt(Option<?> end) {
    return (words, named, asker) ->
        named.contains(end.name())
            ? Optional.empty()
            : amongReason(new Typed(words), asker)
                .map(said ->
                    Mistake.of(
                        "Is \"%s\" the end, or part of the reason? Write the end as %s:%s and the"
                                .formatted(Words.echo(said), end.name(), end.example())
                            + " reason in quotes."));
  }

  /** What could stand there without a name, and an end that ends the reason too. */
  private static Optional<String> amongReason(Typed words, Asker asker) {
    var first = leading(words, asker);
    if (first.isPresent()) {
      return first.map(Leading::said);
    }
    for (var rest = words.behindFirst(); !rest.isEmpty(); rest = rest.behindFirst()) {
      if (Clock.leading(rest.words(), asker) == rest.words().size()) {
        return Optional.of(rest.text());
      }
    }
    return Optional.empty();
  }

  private static Typed behind(Typed typed, int count) {
    var rest = typed;
    for (var i = 0; i < count; i++) {
      rest = rest.behindFirst();
    }
    return rest;
  }
}
