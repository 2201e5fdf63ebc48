package dev.muster.integrations.sources.body;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Times as senders write them: RFC 3339 with an offset, which may also come without its colon, and
 * any number of fraction digits. By hand, for a storm brings two of them an alert.
 */
public final class Rfc3339 {

  private static final long YEAR_10000 = 253_402_300_800L;
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final int DAY = 24 * HOUR;

  private final String text;
  private int at;
  private boolean wrong;

  private Rfc3339(String text) {
    this.text = text;
  }

  /**
   * The instant; empty for what is no time, and for one before 1970 or after 9999: senders say "no
   * time" with the year 1.
   */
  public static Optional<Instant> parse(String text) {
    return new Rfc3339(text).instant();
  }

  private Optional<Instant> instant() {
    var days = date();
    separator("Tt ");
    var seconds = days * DAY + time();
    var nanos = fraction();
    seconds -= offset();
    return wrong || at != text.length() || seconds < 0 || seconds >= YEAR_10000
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(seconds, nanos));
  }

  private long date() {
    var year = number(4, 9999);
    separator("-");
    var month = number(2, 12);
    separator("-");
    var day = number(2, 31);
    wrong |= month == 0 || day == 0 || day > YearMonth.of(year, month).lengthOfMonth();
    return wrong ? 0 : LocalDate.of(year, month, day).toEpochDay();
  }

  private int time() {
    var hours = number(2, 23);
    separator(":");
    var minutes = number(2, 59);
    separator(":");
    return hours * HOUR + minutes * MINUTE + number(2, 59);
  }

  private int fraction() {
    if (peek() != '.') {
      return 0;
    }
    at++;
    var nanos = 0;
    var digits = 0;
    for (; isDigit(peek()); at++, digits++) {
      nanos = digits < 9 ? nanos * 10 + (peek() - '0') : nanos;
    }
    wrong |= digits == 0;
    for (; digits < 9; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private int offset() {
    var sign = peek();
    separator("Zz+-");
    if (sign != '+' && sign != '-') {
      return 0;
    }
    var hours = number(2, 23);
    if (peek() == ':') {
      at++;
    }
    var seconds = hours * HOUR + number(2, 59) * MINUTE;
    return sign == '-' ? -seconds : seconds;
  }

  private int number(int digits, int max) {
    var number = 0;
    for (var end = at + digits; at < end; at++) {
      wrong |= !isDigit(peek());
      number = number * 10 + (peek() - '0');
    }
    wrong |= number > max;
    return wrong ? 0 : number;
  }

  private void separator(String oneOf) {
    wrong |= oneOf.indexOf(peek()) < 0;
    at++;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
