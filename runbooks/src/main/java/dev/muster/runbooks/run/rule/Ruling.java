package dev.muster.runbooks.run.rule;

import dev.muster.runbooks.run.Run;

/** What comes of a click on a run. */
public sealed interface Ruling {

  /** With what somebody said of it; may be empty. */
  default Ruling because(String why) {
    return why.isBlank() ? this : and(": " + why.strip());
  }

  /** With more behind its words; a refusal stays what it is. */
  default Ruling and(String more) {
    return switch (this) {
      case Applied(var run, var words) -> new Applied(run, words + more);
      case Wished(var run, var words) -> new Wished(run, words + more);
      case Refused refused -> refused;
    };
  }

  /**
   * It counts.
   *
   * @param words what is told of it, such as {@code approved, 1 of 2}
   */
  record Applied(Run run, String words) implements Ruling {}

  /** A worker is at the run and sees to it within moments. */
  record Wished(Run run, String words) implements Ruling {}

  /**
   * It does not count.
   *
   * @param words for whoever clicked: why, and what can be done
   */
  record Refused(Why why, String words) implements Ruling {}

  /** Why a click does not count. */
  enum Why {
    /** What was asked has been answered, or the run is over. */
    TOO_LATE,
    /** The same person said the same before. */
    ALREADY,
    /** This person's word does not count here. */
    NOT_COUNTED,
    /** The run is not at a point where this can be done. */
    NOT_NOW
  }
}
