package dev.muster.commands.argument;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Durations as people type them: {@code 30m}, {@code 1h30m}, {@code 2 hours}, {@code 1 d 4 h}. */
public final class Durations {

  private static final Pattern PART =
      Pattern.compile(
          "(?<number>\\d{1,6})\\s*(?<unit>"
              + "seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w)\\s*");

  /** Of a length with a space before each unit: {@code 1 h 30 min}. */
  private static final int WORDS = 6;

  private Durations() {}

  /** Empty for what is none, and for nothing at all. */
  public static Optional<Duration> parse(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT);
    var part = PART.matcher(plain);
    var sum = Duration.ZERO;
    var at = 0;
    while (at < plain.length() && part.region(at, plain.length()).lookingAt()) {
      sum = sum.plus(unit(part.group("unit")).multipliedBy(Long.parseLong(part.group("number"))));
      at = part.end();
    }
    return at == plain.length() && sum.isPositive() ? Optional.of(sum) : Optional.empty();
  }

  /** Whether it is one in which each unit is smaller than the one before: {@code 1 day 2 hours}. */
  static boolean isFalling(String text) {
    var units =
        PART.matcher(text.strip().toLowerCase(Locale.ROOT))
            .results()
            .map(part -> unit(part.group("unit")))
            .toList();
    return parse(text).isPresent()
        && IntStream.range(1, units.size())
            .allMatch(i -> units.get(i).compareTo(units.get(i - 1)) < 0);
  }

  /** How many of the first words say a length: as many as belong to it; 0 where none do. */
  static int leading(List<String> words) {
    return IntStream.rangeClosed(1, Math.min(WORDS, words.size()))
        .filter(count -> isFalling(String.join(" ", words.subList(0, count))))
        .max()
        .orElse(0);
  }

  private static Duration unit(String word) {
    return switch (word.charAt(0)) {
      case 's' -> Duration.ofSeconds(1);
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      default -> Duration.ofDays(7);
    };
  }
}
