package dev.muster.runbooks.engine.port;

import dev.muster.runbooks.run.Run;
import java.util.Optional;

/**
 * Is told of everything that becomes of runs, in the transaction that keeps it: what it writes
 * there comes about with it. Thread-safe; must not send anything.
 */
@FunctionalInterface
public interface RunListener {

  RunListener NOBODY = (_, _) -> {};

  /**
   * A run is another than before.
   *
   * @param before empty where it is new
   */
  void changed(Optional<Run> before, Run after);

  /** And then another. */
  default RunListener and(RunListener next) {
    return (before, after) -> {
      changed(before, after);
      next.changed(before, after);
    };
  }
}
