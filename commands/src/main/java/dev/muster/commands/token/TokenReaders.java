package dev.muster.commands.token;

import dev.muster.commands.argument.Asker;
import dev.muster.commands.argument.Clock;
import dev.muster.commands.argument.Reader;
import dev.muster.commands.argument.Readers;
import dev.muster.commands.argument.Value;
import dev.muster.commands.argument.Value.Bad;
import dev.muster.commands.argument.Value.Good;
import dev.muster.commands.chat.form.Choices;
import dev.muster.commands.chat.form.Choices.Choice;
import dev.muster.runbooks.text.NearestWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a token is to be. */
final class TokenReaders {

  static final int LONGEST = 40;

  private static final Pattern NAME = Pattern.compile("(?!mst_)[\\p{L}\\d][\\p{L}\\d._-]{0,39}");
  private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern YEAR = Pattern.compile("(1|a|one) ?y(ear)?");

  private static final List<String> SCOPES =
      Arrays.stream(Scope.values()).map(Scope::word).toList();

  private TokenReaders() {}

  static Reader<String> name() {
    return (text, _) ->
        NAME.matcher(text).matches()
            ? new Good<>(text)
            : new Bad<>(
                text.isEmpty()
                    ? "What is the token for? Give it a name."
                    : "A token's name is one word of letters, digits, dots and dashes, "
                        + LONGEST
                        + " at most.");
  }

  /** Every set of scopes that makes sense, the usual ones first. */
  static Choices sets() {
    return _ ->
        List.of(
            new Choice("read", "looks and changes nothing"),
            new Choice("read,command", "looks, and runs commands as you"),
            new Choice("command", "runs commands as you"),
            new Choice("command,impersonate", "runs commands as you or as somebody else"),
            new Choice("read,command,impersonate", "all of it"));
  }

  static Reader<Set<Scope>> scopes() {
    return (text, _) -> {
      var scopes = EnumSet.noneOf(Scope.class);
      var words =
          BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(it -> !it.isEmpty()).toList();
      if (words.isEmpty()) {
        return new Bad<>("there is nothing behind it, such as read,command.");
      }
      for (var word : words) {
        var scope = Scope.of(word);
        if (scope.isEmpty()) {
          return new Bad<>(unknown(word));
        }
        scopes.add(scope.get());
      }
      return scopes.contains(Scope.IMPERSONATE) && !scopes.contains(Scope.COMMAND)
          ? new Bad<>("impersonate is for commands: write scopes:command,impersonate.")
          : new Good<>(scopes);
    };
  }

  /** A time from now or a day, a year away at most. */
  static Reader<Instant> expiry() {
    return (text, asker) -> {
      var last = aYearFrom(asker);
      return switch (read(text.strip(), asker, last)) {
        case Good<Instant>(var at) when at.isAfter(last) ->
            new Bad<>(
                Clock.say(at, asker)
                    + " is too far away: a token lasts a year at most, such as 1y"
                    + " or 90d.");
        case Good<Instant> good -> good;
        case Bad<Instant> bad -> bad;
      };
    };
  }

  private static Value<Instant> read(String text, Asker asker, Instant aYear) {
    if (YEAR.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      return new Good<>(aYear);
    }
    var isDay = DATE.matcher(text).matches();
    var value = Readers.future().read(isDay ? text + " 00:00" : text, asker);
    return value instanceof Bad<Instant> && !isDay && Pattern.matches("(?i)never|none|no", text)
        ? new Bad<>("every token expires, within a year at most. Write 1y or 90d.")
        : value;
  }

  private static Instant aYearFrom(Asker asker) {
    var zone = asker.person().zone();
    var now = asker.now().atZone(zone);
    return LocalDate.ofInstant(asker.now(), zone)
        .plusYears(1)
        .atTime(now.toLocalTime())
        .atZone(zone)
        .toInstant();
  }

  private static String unknown(String word) {
    return "there is no scope \"%s\".%s"
        .formatted(
            word,
            NearestWords.nearest(word, SCOPES).stream()
                .findFirst()
                .map(near -> " Did you mean " + near + "?")
                .orElse(" There are " + String.join(", ", SCOPES) + "."));
  }
}
