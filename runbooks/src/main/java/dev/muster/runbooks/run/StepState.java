package dev.muster.runbooks.run;

import dev.muster.runbooks.kind.Outcome.OnTimeout;
import dev.muster.runbooks.kind.Question;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a step of a run is at. */
public sealed interface StepState {

  /** Nothing more comes of it by itself. */
  sealed interface Settled extends StepState {
    Instant at();

    String words();
  }

  /**
   * It is meant to act, or is acting: found so after a crash, nobody knows how far it came.
   *
   * @param memory of its last look
   */
  record Started(Instant at, Map<String, Object> memory) implements StepState {
    public Started {
      memory = Map.copyOf(memory);
    }
  }

  /** To be looked at again. */
  record Resting(Instant began, Instant until, Map<String, Object> memory, String words)
      implements StepState {
    public Resting {
      memory = Map.copyOf(memory);
    }
  }

  /** It failed and is tried again then. */
  record Retrying(Instant until, String code, String words) implements StepState {}

  /**
   * People are asked.
   *
   * @param found what the step came to, where people are asked whether they accept it
   * @param ticked of a checklist, by the number of the line, counted from 0
   */
  record Asked(
      Instant at,
      Question question,
      Optional<Instant> until,
      OnTimeout onTimeout,
      Map<String, Object> found,
      List<Vote> votes,
      SortedMap<Integer, Tick> ticked)
      implements StepState {
    public Asked {
      found = Collections.unmodifiableMap(new LinkedHashMap<>(found));
      votes = List.copyOf(votes);
      ticked = Collections.unmodifiableSortedMap(new TreeMap<>(ticked));
    }

    public Asked with(List<Vote> now) {
      return new Asked(at, question, until, onTimeout, found, now, ticked);
    }

    public Asked with(SortedMap<Integer, Tick> now) {
      return new Asked(at, question, until, onTimeout, found, votes, now);
    }
  }

  /** A line of a checklist that somebody did. */
  record Tick(Who by, Instant at) {}

  /** People answered; what comes of it is the worker's. */
  record Answered(Instant at, Answer answer, Map<String, Object> result, String words)
      implements StepState {
    public Answered {
      result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    }
  }

  /** How people answered. */
  enum Answer {
    YES,
    /** The step failed. */
    NO,
    /** The run is not to go on. */
    REJECTED
  }

  /** A run was started. */
  record Nested(Instant at, RunId child) implements StepState {}

  /** It is done for its items, one by one. */
  record Each(Instant at) implements StepState {}

  /**
   * It happened.
   *
   * @param by who says so; empty where it was seen
   */
  record Done(
      Instant at,
      Map<String, Object> result,
      Map<String, Object> outputs,
      String words,
      Optional<Who> by)
      implements Settled {
    public Done {
      result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /**
   * It was left out.
   *
   * @param said what people had said to it by then, as a result has it; empty where they had not
   */
  record Skipped(Instant at, String words, Optional<Who> by, Optional<Map<String, Object>> said)
      implements Settled {}

  record Failed(Instant at, String code, String words) implements Settled {}

  /** Nobody knows whether it happened. */
  record Unclear(Instant at, String code, String words) implements Settled {}
}
