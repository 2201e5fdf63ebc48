package dev.muster.commands.text;

import java.time.Duration;

/** How numbers, durations and what people typed are said, the same everywhere. */
public final class Words {

  private static final int MAX_ECHO = 60;

  private Words() {}

  /** What somebody typed, for an answer that repeats it: 60 characters of it and an ellipsis. */
  public static String echo(String typed) {
    if (typed.length() <= MAX_ECHO) {
      return typed;
    }
    var end = Character.isHighSurrogate(typed.charAt(MAX_ECHO - 1)) ? MAX_ECHO - 1 : MAX_ECHO;
    return typed.substring(0, end) + "…";
  }

  /** {@code 1 alert}, {@code 3 alerts}. */
  public static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The two largest units: {@code 40 s}, {@code 26 min}, {@code 2 h 5 min}, {@code 3 d 4 h}. */
  public static String duration(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min";
    }
    if (seconds < 86_400) {
      return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min");
    }
    return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
