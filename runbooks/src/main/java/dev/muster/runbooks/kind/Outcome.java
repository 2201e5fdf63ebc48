package dev.muster.runbooks.kind;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What came of an attempt. */
public sealed interface Outcome {

  /**
   * It happened.
   *
   * @param result what expressions see as {@code result}: texts, whole and other numbers, booleans,
   *     durations, instants, lists and maps of these, and null
   * @param words for people, on one short line: {@code 3 of 20 connections}
   */
  record Done(Map<String, Object> result, String words) implements Outcome {
    public Done {
      result = Collections.unmodifiableMap(new LinkedHashMap<>(result));
    }
  }

  /**
   * It did not happen, or went wrong.
   *
   * @param code a word of the kind's own that {@code retry: {on: […]}} can name, such as {@code
   *     timeout}, {@code refused} or {@code throttled}
   * @param words what happened and what to do next
   */
  record Failed(String code, String words) implements Outcome {}

  /** Nobody knows whether it happened: sent, and no answer came. */
  record Unclear(String code, String words) implements Outcome {}

  /**
   * It is not ready yet: to be asked again then, with this memory; nothing is held meanwhile.
   *
   * @param words how it stands, on one short line
   */
  record Again(Instant at, Map<String, Object> memory, String words) implements Outcome {
    public Again {
      memory = Map.copyOf(memory);
    }
  }

  /**
   * People are asked; nothing is held meanwhile.
   *
   * @param timeout how long they have; empty: as long as they like
   */
  record Ask(Asking asking, Optional<Duration> timeout, OnTimeout onTimeout) implements Outcome {}

  /** What is asked; what an approval leaves out is as the runbook's permissions say. */
  sealed interface Asking {
    record Approval(
        String words,
        Optional<Set<String>> roles,
        Optional<Integer> quorum,
        Optional<Boolean> notRequester)
        implements Asking {}

    record Plain(Question question) implements Asking {}
  }

  /** What comes of a run whose question nobody answers in time. */
  enum OnTimeout {
    /** It ends as cancelled. */
    ABORT,
    /** It goes on without. */
    CONTINUE,
    /** It needs attention. */
    PAUSE
  }

  /** Another runbook is run; the step ends as that run does. */
  record Start(String runbook, Map<String, Object> inputs) implements Outcome {
    public Start {
      inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
  }
}
