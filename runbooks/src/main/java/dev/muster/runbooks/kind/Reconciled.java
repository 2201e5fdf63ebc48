package dev.muster.runbooks.kind;

/** What a look at the world says of an attempt of which nobody knows how it ended. */
public sealed interface Reconciled {

  /** It happened, with this result. */
  record Happened(Outcome.Done done) implements Reconciled {}

  /** It did not: it may be done again. */
  record DidNot(String words) implements Reconciled {}

  /** The look does not settle it: a person must. */
  record Unknown(String words) implements Reconciled {}
}
