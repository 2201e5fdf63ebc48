package dev.muster.commands.login;

import dev.muster.commands.people.PersonId;
import java.time.Duration;
import java.time.Instant;

/** Somebody is logged in, for thirty days at most, and as long as they come once a week. */
public record Session(PersonId person, Instant startedAt, Instant seenAt) {

  public static final Duration LONGEST = Duration.ofDays(30);
  static final Duration IDLE = Duration.ofDays(7);

  boolean isOver(Instant now) {
    return !now.isBefore(startedAt.plus(LONGEST)) || !now.isBefore(seenAt.plus(IDLE));
  }
}
