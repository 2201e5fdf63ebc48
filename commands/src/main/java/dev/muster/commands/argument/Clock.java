package dev.muster.commands.argument;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Times as people type and read them: by their own clock unless they name another. */
public final class Clock {

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm zzz", Locale.ENGLISH);

  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?<date>\\d{4}-\\d{2}-\\d{2}|today|yesterday|tomorrow)[ T,]\\s*)?"
              + "(?<hour>\\d{1,2})"
              + "(?::(?<minute>\\d{2})(?::(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?)?"
              + "\\s*(?<half>[ap]\\.?m\\b\\.?)?"
              + "\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[A-Za-z]+/[A-Za-z_/+-]+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ZONE =
      Pattern.compile("(?i)Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[a-z]+/[a-z_/+-]+");

  /** {@code 7:00 am}, of a clock that counts to twelve. */
  private static final Pattern HALF = Pattern.compile("(?i)[ap]\\.?m\\.?");

  private static final String SIGN = "(?i)^(?:-|in\\s+)";
  private static final Pattern BEFORE = Pattern.compile("(?i)-?(?<span>.+?)(?:\\s+ago)?");
  private static final Pattern AHEAD = Pattern.compile("(?i)(?:in\\s+)?(?<span>.+)");

  /** Of a time that is none with fewer: {@code in 2 hours}, {@code tomorrow 7 pm}. */
  private static final int WORDS = 3;

  private Clock() {}

  static Optional<Instant> past(String text, Asker asker) {
    var plain = text.strip();
    if (plain.equalsIgnoreCase("now")) {
      return Optional.of(asker.now());
    }
    return span(plain, BEFORE).map(asker.now()::minus).or(() -> clock(plain, asker, -1));
  }

  static Optional<Instant> future(String text, Asker asker) {
    var plain = text.strip();
    return span(plain, AHEAD).map(asker.now()::plus).or(() -> clock(plain, asker, 1));
  }

  /**
   * How many of the first words say a time: as few as do, and those that make it more exact, as in
   * {@code 2h 30m}, {@code 14:32 UTC}, {@code 7:00 pm} and {@code 30 minutes ago}.
   */
  static int leading(List<String> words, Asker asker) {
    for (var count = 1; count <= Math.min(WORDS, words.size()); count++) {
      if (isTime(said(words, count), asker)) {
        var more = more(words, count, asker);
        for (; more > 0; more = more(words, count, asker)) {
          count += more;
        }
        return count;
      }
    }
    return 0;
  }

  private static boolean isTime(String said, Asker asker) {
    return past(said, asker).isPresent() || future(said, asker).isPresent();
  }

  private static String said(List<String> words, int count) {
    return String.join(" ", words.subList(0, count));
  }

  /** How many words behind these belong to the same time. */
  private static int more(List<String> words, int count, Asker asker) {
    if (count == words.size()) {
      return 0;
    }
    var said = said(words, count);
    var next = words.get(count);
    if (span(said, BEFORE).or(() -> span(said, AHEAD)).isEmpty()) {
      var isZone = ZONE.matcher(next).matches() && isTime(said + " " + next, asker);
      return isZone || HALF.matcher(next).matches() ? 1 : 0;
    }
    if (next.equalsIgnoreCase("ago")) {
      return 1;
    }
    return IntStream.rangeClosed(1, Math.min(2, words.size() - count))
        .filter(more -> Durations.isFalling(said(words, count + more).replaceFirst(SIGN, "")))
        .findFirst()
        .orElse(0);
  }

  /** By the asker's clock, with the day where that is not today. */
  public static String say(Instant at, Asker asker) {
    var there = at.atZone(asker.person().zone());
    var isToday = there.toLocalDate().equals(LocalDate.ofInstant(asker.now(), there.getZone()));
    return (isToday ? HOUR : DAY).format(there);
  }

  /** As it could be typed by the asker, to the minute. */
  public static String write(Instant at, Asker asker) {
    return TYPED.format(at.atZone(asker.person().zone()));
  }

  private static Optional<Duration> span(String text, Pattern side) {
    var span = side.matcher(text);
    return span.matches() ? Durations.parse(span.group("span")) : Optional.empty();
  }

  /** A time without a day is the nearest on that side of now: -1 before, 1 after. */
  private static Optional<Instant> clock(String text, Asker asker, int side) {
    var time = TIME.matcher(text);
    if (!time.matches() || (time.group("minute") == null && time.group("half") == null)) {
      return Optional.empty();
    }
    try {
      var zone = zone(time.group("zone"), asker);
      var clock = clock(time);
      var today = LocalDate.ofInstant(asker.now(), zone);
      if (time.group("date") != null) {
        return Optional.of(day(time.group("date"), today).atTime(clock).atZone(zone).toInstant());
      }
      var at = today.atTime(clock).atZone(zone).toInstant();
      var isOtherSide = side < 0 ? at.isAfter(asker.now()) : at.isBefore(asker.now());
      return Optional.of(
          isOtherSide ? today.plusDays(side).atTime(clock).atZone(zone).toInstant() : at);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime clock(Matcher time) {
    var hour = Integer.parseInt(time.group("hour"));
    var minutes = time.group("minute") == null ? 0 : Integer.parseInt(time.group("minute"));
    var minute = LocalTime.of(hour(hour, time.group("half")), minutes);
    if (time.group("second") == null) {
      return minute;
    }
    var fraction = time.group("fraction") == null ? "" : time.group("fraction").substring(1);
    return minute
        .withSecond(Integer.parseInt(time.group("second")))
        .withNano(Integer.parseInt((fraction + "000000000").substring(0, 9)));
  }

  private static int hour(int said, @Nullable String half) {
    if (half == null) {
      return said;
    }
    if (said < 1 || said > 12) {
      throw new DateTimeException("No hour before or after noon: " + said);
    }
    return said % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
  }

  private static ZoneId zone(@Nullable String name, Asker asker) {
    if (name == null) {
      return asker.person().zone();
    }
    return ZoneId.of(name.indexOf('/') < 0 ? name.toUpperCase(Locale.ROOT) : name);
  }

  private static LocalDate day(String word, LocalDate today) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "today" -> today;
      case "yesterday" -> today.minusDays(1);
      case "tomorrow" -> today.plusDays(1);
      default -> LocalDate.parse(word);
    };
  }
}
