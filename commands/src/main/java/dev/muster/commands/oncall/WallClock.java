package dev.muster.commands.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a clock on a wall shows a time, although the clock is put forward and back: a time that is
 * left out is the first instant after the gap, a time that comes twice is its first or its last.
 * Stateless.
 */
public final class WallClock {

  private WallClock() {}

  /** When the clock shows this time, or a later one, for the first time: how things begin. */
  public static Instant first(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    if (change == null) {
      return time.atZone(zone).toInstant();
    }
    // Java would move a time out of the gap by the gap's length, 02:30 to 03:30; it begins at
    // 03:00.
    return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
  }

  /** When the clock shows this time for the last time: how windows of a day end. */
  static Instant last(LocalDateTime time, ZoneId zone) {
    var change = zone.getRules().getTransition(time);
    return change == null || change.isGap()
        ? first(time, zone)
        : time.toInstant(change.getOffsetAfter());
  }

  /**
   * The latest time that the clock has shown until now: while an hour comes again, the end of that
   * hour, since everything that begins in it has begun.
   */
  static LocalDateTime reached(Instant now, ZoneId zone) {
    var shown = LocalDateTime.ofInstant(now, zone);
    var change = zone.getRules().getTransition(shown);
    return change == null || now.isBefore(change.getInstant())
        ? shown
        : change.getDateTimeBefore().minusNanos(1);
  }
}
