package dev.muster.commands.deadline;

import java.time.Duration;

/** By when somebody has to act, counted from when it began. */
public sealed interface Deadline {

  /** So much later by the clock, at night too. */
  record Within(Duration time) implements Deadline {}

  /** Before the team goes home on the first working day after the day on which it began. */
  record NextBusinessDay() implements Deadline {}
}
