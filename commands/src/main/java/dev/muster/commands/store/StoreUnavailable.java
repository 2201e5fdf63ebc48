package dev.muster.commands.store;

import org.jspecify.annotations.Nullable;

/**
 * The database is away or too busy, and the same call may go through later. Nothing was kept,
 * unless the connection was lost during the commit itself: then nobody knows.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean unclear;

  /** Nothing was kept. */
  public StoreUnavailable(String message, @Nullable Throwable cause) {
    this(message, cause, false);
  }

  private StoreUnavailable(String message, @Nullable Throwable cause, boolean unclear) {
    super(message, cause);
    this.unclear = unclear;
  }

  /** The commit was asked for, and no answer came: all of it was kept, or nothing. */
  public static StoreUnavailable duringCommit(@Nullable Throwable cause) {
    return new StoreUnavailable("the connection to the database was lost at the end", cause, true);
  }

  /** Whether it may have been done nevertheless. */
  public boolean isUnclear() {
    return unclear;
  }
}
