package dev.muster.runbooks.run;

import java.util.Optional;

/** The number of a run, as people say it. */
public record RunId(long value) implements Comparable<RunId> {

  /** Empty for what is no number. */
  public static Optional<RunId> parse(String text) {
    try {
      return Optional.of(new RunId(Long.parseLong(text)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(RunId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
