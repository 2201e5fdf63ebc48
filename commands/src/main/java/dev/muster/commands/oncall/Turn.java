package dev.muster.commands.oncall;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long each has the duty, by the clock on the wall: two weeks are fourteen midnights further, a
 * day is 24 hours of the clock however many pass.
 */
public record Turn(int count, Unit unit) {

  public static final int MAX_COUNT = 9_000;

  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})\\s+([a-z]+)");

  /** What turns are counted in. */
  public enum Unit {
    HOUR,
    DAY,
    WEEK,
    MONTH;

    /** As the configuration writes it: {@code week}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Turn {
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("a turn is 1 to " + MAX_COUNT + " units long");
    }
  }

  /** Reads {@code 1 week}, {@code 12 hours}; empty when it is neither that nor possible. */
  public static Optional<Turn> parse(String text) {
    var written = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!written.matches()) {
      return Optional.empty();
    }
    var count = Integer.parseInt(written.group(1));
    var word = written.group(2);
    return Arrays.stream(Unit.values())
        .filter(unit -> word.equals(unit.word()) || word.equals(unit.word() + "s"))
        .filter(_ -> count >= 1 && count <= MAX_COUNT)
        .findFirst()
        .map(unit -> new Turn(count, unit));
  }

  @Override
  public String toString() {
    return count + " " + unit.word() + (count == 1 ? "" : "s");
  }

  /**
   * So many turns after a start, or before it. Always counted from the start, so that a month's
   * 31st that was clamped to the 28th is the 31st again a month later.
   */
  LocalDateTime after(LocalDateTime start, long turns) {
    var units = Math.multiplyExact(turns, count);
    return switch (unit) {
      case HOUR -> start.plusHours(units);
      case DAY -> start.plusDays(units);
      case WEEK -> start.plusWeeks(units);
      case MONTH -> start.plusMonths(units);
    };
  }

  /** How many turns were begun when the clock shows {@code now}, less one; negative before. */
  long number(LocalDateTime start, LocalDateTime now) {
    return switch (unit) {
      case HOUR -> number(start, now, 3_600L);
      case DAY -> number(start, now, 86_400L);
      case WEEK -> number(start, now, 604_800L);
      case MONTH -> {
        var number = Math.floorDiv(month(now) - month(start), count);
        yield after(start, number).isAfter(now) ? number - 1 : number;
      }
    };
  }

  private long number(LocalDateTime start, LocalDateTime now, long secondsOfUnit) {
    var passed = now.toEpochSecond(ZoneOffset.UTC) - start.toEpochSecond(ZoneOffset.UTC);
    return Math.floorDiv(passed, secondsOfUnit * count);
  }

  private static long month(LocalDateTime time) {
    return time.getYear() * 12L + time.getMonthValue();
  }
}
