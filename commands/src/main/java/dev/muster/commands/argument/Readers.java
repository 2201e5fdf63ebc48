package dev.muster.commands.argument;

import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.runbooks.text.NearestWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The kinds of values that commands take. */
public final class Readers {

  private static final Set<String> NOTHING = Set.of("none", "nobody", "nothing", "-");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d{2}");
  private static final Pattern DAY = Pattern.compile("(?i)\\d{4}-\\d{2}-\\d{2}|today|yesterday");
  private static final Duration YESTERDAY = Duration.ofHours(21);
  private static final Duration FARTHEST = Duration.ofDays(366);

  private Readers() {}

  /** Some words, not too many. */
  public static Reader<String> text(int most) {
    return (text, _) -> {
      var plain = text.replace("\0", "").strip();
      if (plain.isEmpty()) {
        return new Bad<>("there is nothing behind it.");
      }
      return plain.length() > most
          ? new Bad<>(
              "%,d characters are too many, it takes %,d. Say the rest in the thread."
                  .formatted(plain.length(), most))
          : new Good<>(plain);
    };
  }

  /** One of these words, in capitals or not. */
  public static Reader<String> oneOf(List<String> words) {
    return (text, _) ->
        words.stream()
            .filter(text.strip()::equalsIgnoreCase)
            .findFirst()
            .<Value<String>>map(Good::new)
            .orElseGet(() -> noneOf(text.strip(), words));
  }

  /** Some of these words, one behind the other. */
  public static Reader<List<String>> someOf(List<String> words) {
    var one = oneOf(words);
    return (text, asker) -> {
      var read = new ArrayList<String>();
      for (var typed : new Typed(text).words()) {
        switch (one.read(typed, asker)) {
          case Good<String>(var word) -> read.add(word);
          case Bad<String>(var problem, var meant) -> {
            return new Bad<>(problem, meant.map(word -> text.replace(typed, word)));
          }
        }
      }
      return new Good<>(read);
    };
  }

  private static Bad<String> noneOf(String text, List<String> words) {
    var near = NearestWords.nearest(text, words).stream().findFirst();
    var hint = near.map(word -> " Did you mean " + word + "?");
    return new Bad<>(
        "\"" + text + "\" is none of " + String.join(", ", words) + "." + hint.orElse(""), near);
  }

  /** A whole number, which may have separators as {@code 1,200} has. */
  public static Reader<Long> number(long most) {
    return (text, _) -> {
      var digits = text.strip().replaceAll("(?<=\\d)[,_'’ ](?=\\d{3}(\\D|$))", "");
      if (!digits.matches("[0-9]{1,18}")) {
        return new Bad<>("\"" + text + "\" is no whole number, such as 612.");
      }
      var number = Long.parseLong(digits);
      return number > most
          ? new Bad<>(String.format(Locale.ENGLISH, "%s is more than %,d.", text, most))
          : new Good<>(number);
    };
  }

  /** Words with commas between them. */
  public static Reader<List<String>> list(int most, int longest) {
    return (text, _) -> {
      var items =
          Arrays.stream(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
      if (items.isEmpty()) {
        return new Bad<>("there is nothing behind it.");
      }
      if (items.size() > most) {
        return new Bad<>("these are " + items.size() + ", it takes " + most + ".");
      }
      return items.stream().anyMatch(item -> item.length() > longest)
          ? new Bad<>("a name may have " + longest + " characters.")
          : new Good<>(items);
    };
  }

  /**
   * Something that has happened: {@code 14:32} is the last time that the asker's clock showed it,
   * unless it shows it soon: then it is rather a slip than yesterday.
   */
  public static Reader<Instant> past() {
    return (text, asker) ->
        Clock.past(text, asker)
            .<Value<Instant>>map(at -> {
              if (at.isAfter(asker.now().plusSeconds(60))) {
                return new Bad<>(Clock.say(at, asker) + " is not yet.");
              }
              return CLOCK.matcher(text.strip()).matches()
                      && at.isBefore(asker.now().minus(YESTERDAY))
                  ? new Bad<>(text.strip() + " is not yet. For yesterday, write the day too.")
                  : near(at, asker);
            })
            .orElseGet(() -> noTime(text, "30m for half an hour ago"));
  }

  /**
   * Any time that has passed, however long ago, for looking back: a day alone is when it began by
   * the asker's clock.
   */
  public static Reader<Instant> passed() {
    return (text, asker) ->
        Clock.past(DAY.matcher(text.strip()).matches() ? text.strip() + " 00:00" : text, asker)
            .<Value<Instant>>map(at ->
                at.isAfter(asker.now().plusSeconds(60))
                    ? new Bad<>(Clock.say(at, asker) + " is not yet.")
                    : new Good<>(at))
            .orElseGet(() -> noTime(text, "2026-03-02, or 7d for a week ago"));
  }

  /** Something that will happen: {@code 14:32} is the next time that the asker's clock shows it. */
  public static Reader<Instant> future() {
    return (text, asker) ->
        Clock.future(text, asker)
            .<Value<Instant>>map(at ->
                at.isBefore(asker.now())
                    ? new Bad<>(Clock.say(at, asker) + " has passed.")
                    : near(at, asker))
            .orElseGet(() -> noTime(text, "30m for half an hour from now"));
  }

  /** Also nothing, for which there are words such as {@code none}. */
  public static <T> Reader<Optional<T>> orNothing(Reader<T> reader) {
    var present = reader.map(Optional::of);
    return (text, asker) ->
        NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))
            ? new Good<>(Optional.empty())
            : present.read(text, asker);
  }

  /** Never nothing, which a form says with an empty field. */
  public static <T> Reader<T> something(Reader<T> reader, String otherwise) {
    return (text, asker) ->
        NOTHING.contains(text.strip().toLowerCase(Locale.ROOT))
            ? new Bad<>(otherwise)
            : reader.read(text, asker);
  }

  private static Value<Instant> near(Instant at, Asker asker) {
    return Duration.between(at, asker.now()).abs().compareTo(FARTHEST) > 0
        ? new Bad<>(Clock.say(at, asker) + " is more than a year from now.")
        : new Good<>(at);
  }

  private static Value<Instant> noTime(String text, String example) {
    return new Bad<>(
        "I can't read the time \"%s\". Write 14:32, 2026-03-02 14:32, or %s."
            .formatted(text, example));
  }
}
