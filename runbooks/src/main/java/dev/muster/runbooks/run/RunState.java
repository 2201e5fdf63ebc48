package dev.muster.runbooks.run;

import java.time.Instant;

/** What a run is at. How well it stands is its {@link Verdict}. */
public sealed interface RunState {

  /** What people and queries call it. */
  String word();

  /** Another run has its key. */
  record Queued() implements RunState {
    @Override
    public String word() {
      return "queued";
    }
  }

  /** There is something to do now; a worker may be at it. */
  record Running() implements RunState {
    @Override
    public String word() {
      return "running";
    }
  }

  /** For a pause between attempts, or until something may be ready. */
  record Sleeping(StepPath step, Instant until) implements RunState {
    @Override
    public String word() {
      return "sleeping";
    }
  }

  /** People are asked; what, stands with the step. */
  record Asking(StepPath step) implements RunState {
    @Override
    public String word() {
      return "asking";
    }
  }

  /** A run that a step started is not over. */
  record Nesting(StepPath step, RunId child) implements RunState {
    @Override
    public String word() {
      return "nesting";
    }
  }

  /** Somebody stopped it for a while. */
  record Paused(Who by, Instant at) implements RunState {
    @Override
    public String word() {
      return "paused";
    }
  }

  /**
   * It cannot go on by itself: a person must say what becomes of a step.
   *
   * @param words what is known
   */
  record NeedsAttention(StepPath step, String words) implements RunState {
    @Override
    public String word() {
      return "needs-attention";
    }
  }

  record Ended(Instant at) implements RunState {
    @Override
    public String word() {
      return "ended";
    }
  }
}
