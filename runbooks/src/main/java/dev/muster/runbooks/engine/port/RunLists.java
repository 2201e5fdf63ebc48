package dev.muster.runbooks.engine.port;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs, many at a time and newest first. Thread-safe. */
public interface RunLists {

  /**
   * A page of them.
   *
   * @param before the last of the page before; empty for the first page
   */
  List<Line> list(Which which, Optional<RunId> before, int limit);

  /** Those of an incident. */
  List<Line> of(long incident, int limit);

  /** How many are not over, by what they are at. */
  Map<String, Long> open();

  /** Which ones are wanted. */
  enum Which {
    ALL,
    /** They go on by themselves. */
    RUNNING,
    /** People, another run or somebody's pause hold them. */
    WAITING,
    ENDED
  }

  /**
   * What is said of one in a list.
   *
   * @param state as {@code RunState} calls it
   */
  record Line(
      RunId id,
      String runbook,
      String title,
      Who requester,
      Instant at,
      boolean isDry,
      String state,
      Standing standing,
      Optional<Long> incident,
      Optional<RunId> parent,
      Optional<Instant> endedAt) {}
}
