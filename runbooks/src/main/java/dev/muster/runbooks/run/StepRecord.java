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
 */
public record StepRecord(
    StepPath path,
    String id,
    Instant began,
    int attempts,
    int failures,
    StepState state,
    List<Object> items) {

  public StepRecord {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  public static StepRecord of(StepPath path, String id, Instant now, StepState state) {
    return new StepRecord(path, id, now, 0, 0, state, List.of());
  }

  public StepRecord to(StepState next) {
    return new StepRecord(path, id, began, attempts, failures, next, items);
  }

  public StepRecord forEach(Instant now, List<Object> all) {
    return new StepRecord(path, id, began, attempts, failures, new StepState.Each(now), all);
  }

  public StepRecord attempted(StepState next) {
    return new StepRecord(path, id, began, attempts + 1, failures, next, items);
  }

  public StepRecord failed(StepState next) {
    return new StepRecord(path, id, began, attempts, failures + 1, next, items);
  }

  public boolean isSettled() {
    return state instanceof StepState.Settled;
  }

  public boolean isDone() {
    return state instanceof StepState.Done;
  }

  /** How long it took, or has taken by now. */
  public Duration duration(Instant now) {
    var end = state instanceof StepState.Settled settled ? settled.at() : now;
    return Duration.between(began, end);
  }
}
