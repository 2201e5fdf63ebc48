package dev.muster.commands.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Handoffs at the same time of the clock, one turn after the other. Shifts are numbered from the
 * one that begins at the start, 0; those before it have negative numbers. Each handoff is reckoned
 * from the start by the local clock, so that none drifts when the clocks change. Two handoffs that
 * fall into one gap are one instant: the shift between them is empty, its turn is used up.
 *
 * @param start the first handoff, by the schedule's clock and to the minute
 */
public record Rotation(Turn turn, LocalDateTime start) {

  public Rotation {
    start = start.truncatedTo(ChronoUnit.MINUTES);
  }

  /** When the shift of this number begins and the one before it ends. */
  public Instant handoff(long number, ZoneId zone) {
    return WallClock.first(turn.after(start, number), zone);
  }

  /** The number of the shift at an instant; a handoff belongs to the shift that it begins. */
  public long numberAt(Instant at, ZoneId zone) {
    return turn.number(start, WallClock.reached(at, zone));
  }
}
