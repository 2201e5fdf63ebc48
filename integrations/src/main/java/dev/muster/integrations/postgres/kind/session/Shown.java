package dev.muster.integrations.postgres.kind.session;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Figures and statements as people read them. */
public final class Shown {

  private static final int QUERY = 200;
  private static final long STEP = 1024;
  private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

  /** {@code alter role … password '…'} stands in the lists of statements like any other. */
  private static final Pattern PASSWORD =
      Pattern.compile("(password\\s*=?\\s*)(E?'+(?:[^']|'')*'*)", Pattern.CASE_INSENSITIVE);

  private Shown() {}

  /** As PostgreSQL's own {@code pg_size_pretty}, with a decimal where it says something. */
  public static String bytes(long bytes) {
    var value = (double) bytes;
    var unit = 0;
    while (Math.abs(value) >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    var pattern = unit == 0 || value >= 10 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, pattern, value, UNITS[unit]);
  }

  public static String duration(Duration time) {
    if (time.compareTo(Duration.ofMinutes(1)) < 0) {
      return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
    if (time.compareTo(Duration.ofHours(1)) < 0) {
      return "%dm %ds".formatted(time.toMinutes(), time.toSecondsPart());
    }
    return time.toDays() < 1
        ? "%dh %dm".formatted(time.toHours(), time.toMinutesPart())
        : "%dd %dh".formatted(time.toDays(), time.toHoursPart());
  }

  /** {@code 1 index}, {@code 3 indexes}. */
  public static String count(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** A statement's start on one line, without the passwords that it sets. */
  public static String query(String sql) {
    return oneLine(PASSWORD.matcher(sql).replaceAll("$1'…'"), QUERY);
  }

  /** A text's start on one line. */
  public static String line(String text) {
    return oneLine(text, QUERY);
  }

  static String oneLine(String text, int longest) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= longest ? line : line.substring(0, longest - 1) + "…";
  }
}
