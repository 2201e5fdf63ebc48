package dev.muster.runbooks.kind;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of step, such as {@code postgres/query}. One file and one line where kinds are listed; the
 * reference, {@code muster check}, previews and the engine all go by what it declares here.
 * Thread-safe.
 */
public interface Kind {

  /** The word after {@code uses:}. */
  String name();

  /** One sentence for the reference: what it does. */
  String about();

  List<Parameter> parameters();

  /** The codes of failures that {@code retry: {on: […]}} may name; empty where any may come. */
  default Set<String> codes() {
    return Set.of();
  }

  /** What a step with these arguments does to the world. */
  Effect effect(Arguments with);

  /** Whether a step with these arguments may be done again after an attempt of unknown end. */
  default boolean isIdempotent(Arguments with) {
    return effect(with).readsOnly();
  }

  /** Whether a dry run does it too, rather than say what would be done. */
  default boolean actsInDryRun(Arguments with) {
    return effect(with).readsOnly();
  }

  /** Whether what comes after it is not to begin without it, whatever the runbook says. */
  default boolean isGuard() {
    return false;
  }

  /**
   * What would be done, on one line for a preview: {@code POST api…/admin/maintenance}. Called
   * without touching the world; arguments that are known only later are missing.
   */
  String describe(Arguments with);

  /**
   * Why a step with these arguments cannot be done as this Muster is configured, with what to do;
   * empty where nothing speaks against it. Touches nothing outside.
   */
  default Optional<String> hindrance(Arguments with) {
    return Optional.empty();
  }

  /**
   * Whether all that it is given is words for people, who may well read that a secret was there.
   */
  default boolean isReadByPeople() {
    return false;
  }

  /** The name of the runbook that it starts; empty for a kind that starts none. */
  default Optional<String> runbook(Arguments with) {
    return Optional.empty();
  }

  /**
   * Does it, on a thread of its own that is interrupted when its time is over. Whatever is thrown
   * counts as an unclear end: expected failures are answered.
   */
  Outcome act(Attempt attempt) throws InterruptedException;

  /**
   * Looks, before a dry run says what would be done, why it cannot be done as things are; empty
   * where nothing speaks against it. Changes nothing.
   */
  default Optional<Outcome.Failed> foresee(Attempt attempt) throws InterruptedException {
    return Optional.empty();
  }

  /** Looks whether an attempt happened of which nobody knows the end. Changes nothing. */
  default Reconciled reconcile(Attempt attempt) throws InterruptedException {
    return new Reconciled.Unknown("nobody can tell from outside whether it happened");
  }
}
