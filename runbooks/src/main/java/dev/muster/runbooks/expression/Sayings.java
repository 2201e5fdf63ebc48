package dev.muster.runbooks.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are said within a text, as people write them. Stateless and thread-safe. */
public final class Sayings {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Sayings() {}

  /** {@code 12 min}, {@code 3}, {@code 2026-11-01 03:00:00 UTC}; nothing is {@code none}. */
  public static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case Duration length -> length(length);
      case Instant time -> TIME.format(time);
      case Double number -> decimal(number);
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
              .collect(Collectors.joining(", "));
      case List<?> list -> list.stream().map(Sayings::of).collect(Collectors.joining(", "));
      default -> value.toString();
    };
  }

  /**
   * {@code Promote: it said no; Olga Ops ended it}, whether the first ends with a full stop or not.
   */
  public static String joined(String first, String more) {
    var said = first.strip();
    var open =
        said.endsWith(".") && !said.endsWith("..") ? said.substring(0, said.length() - 1) : said;
    return open + "; " + more;
  }

  private static String decimal(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }

  /** The two largest units of it. */
  private static String length(Duration length) {
    if (length.isNegative()) {
      return "-" + length(length.negated());
    }
    var seconds = length.toSeconds();
    if (seconds < 1) {
      return length.isZero() ? "0 s" : length.toMillis() + " ms";
    }
    if (seconds < 3_600) {
      return two(seconds / 60, "min", seconds % 60, "s");
    }
    return seconds < 86_400
        ? two(seconds / 3_600, "h", seconds % 3_600 / 60, "min")
        : two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    if (large == 0) {
      return small + " " + smallUnit;
    }
    var whole = large + " " + largeUnit;
    return small == 0 ? whole : whole + " " + small + " " + smallUnit;
  }
}
