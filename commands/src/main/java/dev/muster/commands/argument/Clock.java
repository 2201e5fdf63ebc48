package dev.muster.commands.argument;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
              + "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?<fraction>\\.\\d{1,9})?)?"
              + "\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[A-Za-z]+/[A-Za-z_/+-]+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ZONE =
      Pattern.compile("(?i)Z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[a-z]+/[a-z_/+-]+");

  private static final Pattern SPAN =
      Pattern.compile("(?:in\\s+|-)?(?<span>.+?)(?:\\s+ago)?", Pattern.CASE_INSENSITIVE);

  private Clock() {}

  static Optional<Instant> past(String text, Asker asker) {
    var plain = text.strip();
    if (plain.equalsIgnoreCase("now")) {
      return Optional.of(asker.now());
    }
    return span(plain).map(asker.now()::minus).or(() -> clock(plain, asker, -1));
  }

  static Optional<Instant> future(String text, Asker asker) {
    var plain = text.strip();
    return span(plain).map(asker.now()::plus).or(() -> clock(plain, asker, 1));
  }

  /** Whether a time goes on with that word: {@code 2026-03-02 14:32}, {@code 14:32 UTC}. */
  static boolean goesOn(String said, String word, Asker asker) {
    var isWhole = past(said, asker).isPresent();
    return past(said + " " + word, asker).isPresent() && (!isWhole || ZONE.matcher(word).matches());
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

  private static Optional<Duration> span(String text) {
    var span = SPAN.matcher(text);
    return span.matches() ? Durations.parse(span.group("span")) : Optional.empty();
  }

  /** A time without a day is the nearest on that side of now: -1 before, 1 after. */
  private static Optional<Instant> clock(String text, Asker asker, int side) {
    var time = TIME.matcher(text);
    if (!time.matches()) {
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
    var minute =
        LocalTime.of(Integer.parseInt(time.group("hour")), Integer.parseInt(time.group("minute")));
    if (time.group("second") == null) {
      return minute;
    }
    var fraction = time.group("fraction") == null ? "" : time.group("fraction").substring(1);
    return minute
        .withSecond(Integer.parseInt(time.group("second")))
        .withNano(Integer.parseInt((fraction + "000000000").substring(0, 9)));
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
