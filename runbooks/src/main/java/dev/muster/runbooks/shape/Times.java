package dev.muster.runbooks.shape;

import dev.muster.runbooks.yaml.Words;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads days and times of day, as the clocks of a place show them. Stateless and thread-safe. */
public final class Times {

  private static final Pattern CLOCK = Pattern.compile("\\d{2}:\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2})?");
  private static final List<String> DAYS =
      Arrays.stream(DayOfWeek.values()).map(Times::word).toList();

  private Times() {}

  /** {@code 08:00}. */
  public static Shape<LocalTime> clock() {
    return parsed("a time such as \"08:00\"", CLOCK, LocalTime::parse);
  }

  /** {@code 2024-12-02T00:00}, or a day alone for its midnight. */
  public static Shape<LocalDateTime> dateTime() {
    return parsed(
        "a day and time of the clock there such as 2024-12-02T00:00", DATE_TIME, Times::dateTime);
  }

  /** {@code mon} or {@code monday}. */
  public static Shape<DayOfWeek> dayOfWeek() {
    return Shapes.text()
        .where(
            text -> dayOfWeek(text).isPresent(),
            text -> "there is no day " + Words.quoted(text) + Words.insteadOf(text, DAYS, "days"))
        .map(text -> dayOfWeek(text).orElseThrow())
        .shownAs(() -> Schema.oneOf(DAYS));
  }

  private static <T> Shape<T> parsed(String what, Pattern pattern, Function<String, T> parse) {
    return Shapes.textOf(what)
        .where(
            text -> pattern.matcher(text).matches(),
            text -> "expected " + what + ", found " + Words.quoted(text))
        .where(
            text -> attempt(text, parse).isPresent(),
            text -> Words.quoted(text) + " is on no calendar or clock; write " + what)
        .map(text -> attempt(text, parse).orElseThrow())
        .shownAs(() -> Schema.text(pattern));
  }

  private static <T> Optional<T> attempt(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static LocalDateTime dateTime(String text) {
    return text.length() > 10
        ? LocalDateTime.parse(text.replace(' ', 'T'))
        : LocalDate.parse(text).atStartOfDay();
  }

  private static Optional<DayOfWeek> dayOfWeek(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> word(day).equals(word) || day.name().equalsIgnoreCase(text))
        .findFirst();
  }

  private static String word(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}
