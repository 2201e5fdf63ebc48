package dev.muster.commands.incident;

import dev.muster.commands.text.Words;

/**
 * The alerts of an incident in numbers.
 *
 * @param total those that have ever joined
 * @param firing those of them that fire now
 * @param truncated those that the sender said it left out of its last webhook
 */
public record AlertTally(int total, int firing, int truncated) {

  public static final AlertTally NONE = new AlertTally(0, 0, 0);

  /** What fires now, such as {@code 3 alerts still fire}. */
  public String stillFiring() {
    return Words.count(firing, "alert") + (firing == 1 ? " still fires" : " still fire");
  }

  AlertTally joined() {
    return new AlertTally(total + 1, firing + 1, truncated);
  }

  AlertTally recovered() {
    return new AlertTally(total, Math.max(0, firing - 1), truncated);
  }

  AlertTally plus(AlertTally other) {
    return new AlertTally(total + other.total, firing + other.firing, truncated + other.truncated);
  }

  AlertTally leftOut(int count) {
    return new AlertTally(total, firing, count);
  }

  /** Nothing fires that we know of, and the sender keeps nothing from us. */
  public boolean isOver() {
    return firing == 0 && truncated == 0;
  }
}
