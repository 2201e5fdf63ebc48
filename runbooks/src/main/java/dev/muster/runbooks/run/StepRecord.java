package dev.muster.runbooks.run;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of a step of a run.
 *
 * @param id as expressions name it
 * @param began when it was first looked at
 * @param attempts how often it was started
 * @param failures how many of these are known to have failed
 */
public record StepRecord(
    StepPath path, String id, Instant began, int attempts, int failures, StepState state) {

  public static StepRecord of(StepPath path, String id, Instant now, StepState state) {
    return new StepRecord(path, id, now, 0, 0, state);
  }

  public StepRecord to(StepState next) {
    return new StepRecord(path, id, began, attempts, failures, next);
  }

  public StepRecord attempted(StepState next) {
    return new StepRecord(path, id, began, attempts + 1, failures, next);
  }

  public StepRecord failed(StepState next) {
    return new StepRecord(path, id, began, attempts, failures + 1, next);
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
