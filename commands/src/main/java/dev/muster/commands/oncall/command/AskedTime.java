package dev.muster.commands.oncall.command;

import dev.muster.commands.oncall.WallClock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times as people write them, by the clock of who asks. */
record AskedTime(Instant now, ZoneId zone) {

  private static final Pattern AHEAD = Pattern.compile("in (\\d{1,4}) ?([a-z]+)");
  private static final Pattern DAY_AND_CLOCK =
      Pattern.compile("([a-z]{3,}?|\\d{4}-\\d{2}-\\d{2})?(?:t| at | )?(\\d{1,2}:\\d{2})?");
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  /** Empty when it is no time, or one so far away that it must be a slip. */
  Optional<Instant> parse(String text) {
    var plain = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    try {
      return read(plain).filter(this::isNear);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private Optional<Instant> read(String text) {
    if (text.equals("now")) {
      return Optional.of(now);
    }
    var ahead = AHEAD.matcher(text);
    if (ahead.matches()) {
      return unit(ahead.group(2))
          .map(unit -> now.atZone(zone).plus(Long.parseLong(ahead.group(1)), unit).toInstant());
    }
    var local = DAY_AND_CLOCK.matcher(text);
    return local.matches() && (local.group(1) != null || local.group(2) != null)
        ? local(local)
        : Optional.of(
            OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', 'T')).toInstant());
  }

  private Optional<Instant> local(Matcher written) {
    var clock = clock(written.group(2));
    var word = written.group(1);
    var today = LocalDate.ofInstant(now, zone);
    if (word == null) {
      return Optional.of(WallClock.first(today.atTime(clock), zone));
    }
    return switch (word) {
      case "today" -> Optional.of(WallClock.first(today.atTime(clock), zone));
      case "tomorrow" -> Optional.of(WallClock.first(today.plusDays(1).atTime(clock), zone));
      case "yesterday" -> Optional.of(WallClock.first(today.minusDays(1).atTime(clock), zone));
      default ->
          Character.isDigit(word.charAt(0))
              ? Optional.of(WallClock.first(LocalDate.parse(word).atTime(clock), zone))
              : weekday(word).map(day -> coming(day, clock));
    };
  }

  /** The next time that it is this day and time; today's is over when its time is. */
  private Instant coming(DayOfWeek day, LocalTime clock) {
    var date = LocalDate.ofInstant(now, zone).with(TemporalAdjusters.nextOrSame(day));
    var first = WallClock.first(date.atTime(clock), zone);
    return first.isAfter(now) ? first : WallClock.first(date.plusWeeks(1).atTime(clock), zone);
  }

  private boolean isNear(Instant time) {
    var year = time.atZone(zone).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static LocalTime clock(@Nullable String text) {
    return text == null
        ? LocalTime.MIDNIGHT
        : LocalTime.parse(text.length() == 4 ? "0" + text : text);
  }

  private static Optional<DayOfWeek> weekday(String word) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(word))
        .findFirst();
  }

  private static Optional<ChronoUnit> unit(String word) {
    return switch (word) {
      case "m", "min", "mins", "minute", "minutes" -> Optional.of(ChronoUnit.MINUTES);
      case "h", "hour", "hours" -> Optional.of(ChronoUnit.HOURS);
      case "d", "day", "days" -> Optional.of(ChronoUnit.DAYS);
      case "w", "week", "weeks" -> Optional.of(ChronoUnit.WEEKS);
      case "month", "months" -> Optional.of(ChronoUnit.MONTHS);
      default -> Optional.empty();
    };
  }
}
