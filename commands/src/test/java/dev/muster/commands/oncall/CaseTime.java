package dev.muster.commands.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times of the cases: with an offset, or by the clock of the case's zone. */
final class CaseTime {

  private CaseTime() {}

  static Instant instant(String text, ZoneId zone) {
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return switch (parsed) {
      case OffsetDateTime time -> time.toInstant();
      case LocalDateTime time -> WallClock.first(time, zone);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
