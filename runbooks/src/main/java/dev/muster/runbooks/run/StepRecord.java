package dev.muster.runbooks.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is known of a step of a run.
 *
 * @param id as expressions name it
 * @param began when it was first looked at
 * @param attempts how often it was started
 * @param failures how many of these are known to have failed
 * @param items what it is done for, once for each; empty for a step that is done once
 * @param trace what attempts that did not end well may have left in the world
 */
public record StepRecord(
    StepPath path,
    String id,
    Instant began,
    int attempts,
    int failures,
    StepState state,
    List<Object> items,
    Trace trace) {

  /** Whether it happened, where its state does not say so. */
  public enum Trace {
    NONE,
    MAYBE,
    SURE
  }

  public StepRecord {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  public static StepRecord of(StepPath path, String id, Instant now, StepState state) {
    return new StepRecord(path, id, now, 0, 0, state, List.of(), Trace.NONE);
  }

  public StepRecord to(StepState next) {
    return new StepRecord(path, id, began, attempts, failures, next, items, trace);
  }

  public StepRecord forEach(Instant now, List<Object> all) {
    return new StepRecord(path, id, began, attempts, failures, new StepState.Each(now), all, trace);
  }

  public StepRecord attempted(StepState next) {
    return new StepRecord(path, id, began, attempts + 1, failures, next, items, trace);
  }

  public StepRecord failed(StepState next) {
    return new StepRecord(path, id, began, attempts, failures + 1, next, items, trace);
  }

  /** At least this is known to be left of it. */
  public StepRecord leaving(Trace more) {
    return more.compareTo(trace) > 0 ? traced(more) : this;
  }

  /** Somebody says that it did not happen, where nobody knew. */
  public StepRecord cleared() {
    return trace == Trace.MAYBE ? traced(Trace.NONE) : this;
  }

  private StepRecord traced(Trace next) {
    return new StepRecord(path, id, began, attempts, failures, state, items, next);
  }

  public boolean isSettled() {
    return state instanceof StepState.Settled;
  }

  public boolean isDone() {
    return state instanceof StepState.Done;
  }

  /** Whether there is something to undo, well done or not. */
  public boolean hasHappened() {
    return isDone() || (isSettled() && trace == Trace.SURE);
  }

  /** Whether it is behind the run, and nobody knows whether it happened. */
  public boolean isInDoubt() {
    var isUnknown = state instanceof StepState.Unclear || trace == Trace.MAYBE;
    return isSettled() && !hasHappened() && isUnknown;
  }

  /** How long it took, or has taken by now. */
  public Duration duration(Instant now) {
    var end = state instanceof StepState.Settled settled ? settled.at() : now;
    return Duration.between(began, end);
  }
}
