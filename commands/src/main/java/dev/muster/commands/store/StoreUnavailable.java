package dev.muster.commands.store;

import org.jspecify.annotations.Nullable;

/** The database is away or too busy: nothing was kept, and the same call may go through later. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
