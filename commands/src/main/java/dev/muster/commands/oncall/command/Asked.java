package dev.muster.commands.oncall.command;

import java.time.Instant;

/** The instant that somebody asks about, as it lies to now. */
record Asked(Instant at, Instant now) {

  boolean isNow() {
    return at.equals(now);
  }

  boolean isPast() {
    return at.isBefore(now);
  }

  /** As in {@code nobody is}, {@code they were}, {@code she will be}. */
  String verb(int people) {
    if (isNow()) {
      return people > 1 ? "are" : "is";
    }
    if (isPast()) {
      return people > 1 ? "were" : "was";
    }
    return "will be";
  }
}
