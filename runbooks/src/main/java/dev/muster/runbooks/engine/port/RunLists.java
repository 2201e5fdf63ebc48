package dev.muster.runbooks.engine.port;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs, many at a time and newest first. Thread-safe. */
public interface RunLists {

  /**
   * A page of them.
   *
   * @param before the last of the page before; empty for the first page
   */
  List<Line> list(Which which, Optional<RunId> before, int limit);

  /**
   * A page of those that this fits.
   *
   * @param before the last of the page before; empty for the first page
   */
  List<Line> list(Fits fits, Optional<RunId> before, int limit);

  /** What is wanted of a list; empty for anything. */
  record Fits(Optional<Stage> stage, Optional<String> runbook) {}

  /** How a run stands in one word: what it is at, or how it ended. */
  enum Stage {
    QUEUED,
    RUNNING,
    WAITING,
    PAUSED,
    NEEDS_ATTENTION,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Of a run as it is kept.
     *
     * @param state as {@code RunState} calls it
     */
    public static Stage of(String state, Standing standing) {
      return switch (state) {
        case "queued" -> QUEUED;
        case "asking" -> WAITING;
        case "paused" -> PAUSED;
        case "needs-attention" -> NEEDS_ATTENTION;
        case "ended" ->
            switch (standing) {
              case GOOD -> SUCCEEDED;
              case FAILED -> FAILED;
              case CANCELLED -> CANCELLED;
            };
        default -> RUNNING;
      };
    }

    /** How many stand at each, of counts by the words of {@code RunState}; none is over. */
    public static Map<Stage, Long> counts(Map<String, Long> open) {
      return open.entrySet().stream()
          .collect(
              groupingBy(
                  state -> of(state.getKey(), Standing.GOOD), summingLong(Map.Entry::getValue)));
    }
  }

  /** The names of the runbooks that were run, by name. */
  List<String> runbooks(int most);

  /** Those of these that there still are: the others were removed when they were old. */
  Set<RunId> kept(Collection<RunId> runs);

  /**
   * Those of these that are not over, each with the one step alone that it is at: enough to say
   * what it waits for.
   */
  List<Run> where(Collection<RunId> runs);

  /** The incident that a run belongs to by now: what it was for may have gone into another. */
  Optional<Long> incidentOf(RunId run);

  /** Those of an incident, and of all that has gone into it. */
  List<Line> of(long incident, int limit);

  /** Those of an incident that are not over; of runs that runs started, those that need people. */
  List<Line> openOf(long incident, int limit);

  /** Those of a runbook that people or triggers started, not dry, and that are not over. */
  List<Line> openOf(String runbook, int limit);

  /** All of a runbook that are not over, whoever started them, dry or not. */
  List<Line> allOpenOf(String runbook, int limit);

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
      Optional<Instant> endedAt) {

    /** What a list says of this one. */
    public static Line of(Run run) {
      var origin = run.origin();
      return new Line(
          run.id(),
          origin.runbook().name(),
          origin.runbook().title(),
          origin.requester(),
          origin.at(),
          origin.isDry(),
          run.state().word(),
          run.course().verdict().standing(),
          origin.place().flatMap(place -> place.incident()),
          origin.parent().map(parent -> parent.run()),
          run.state() instanceof Ended(var at) ? Optional.of(at) : Optional.empty());
    }

    public Stage stage() {
      return Stage.of(state, standing);
    }
  }
}
