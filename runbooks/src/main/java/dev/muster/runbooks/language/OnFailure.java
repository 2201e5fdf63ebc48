package dev.muster.runbooks.language;

/** What comes of a run whose step failed. */
public enum OnFailure {
  /** It ends, and offers to roll back. */
  ABORT,
  /** It goes on, and does not end well. */
  CONTINUE,
  /** It waits for a person. */
  PAUSE,
  /** It undoes what it did; behind a point of no return it waits for a person. */
  ROLLBACK
}
