package dev.muster.runbooks.engine;

import java.util.function.Supplier;

/** Runs cannot be kept or read now. That says nothing of a step: the run is gone on with later. */
final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RuntimeException reason;

  private StoreFailure(RuntimeException reason) {
    super(reason);
    this.reason = reason;
  }

  static <T> T over(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (RuntimeException e) {
      throw new StoreFailure(e);
    }
  }

  /** What the store threw. */
  RuntimeException reason() {
    return reason;
  }
}
