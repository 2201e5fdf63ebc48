package dev.muster.commands.store;

import org.jspecify.annotations.Nullable;

/**
 * The database is away or too busy, and the same call may go through later. Nothing was kept,
 * unless the connection was lost during the commit itself: then nobody knows.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** Nothing was kept. */
  public StoreUnavailable(String message, @Nullable Throwable cause) {
    this(message, cause, Kind.AWAY);
  }

  private StoreUnavailable(String message, @Nullable Throwable cause, Kind kind) {
    super(message, cause);
    this.kind = kind;
  }

  /** Somebody else held what was needed for too long: nothing was kept. */
  public static StoreUnavailable contended(@Nullable Throwable cause) {
    return new StoreUnavailable("somebody else holds what is needed", cause, Kind.CONTENDED);
  }

  /** The commit was asked for, and no answer came: all of it was kept, or nothing. */
  public static StoreUnavailable duringCommit(@Nullable Throwable cause) {
    return new StoreUnavailable(
        "the connection to the database was lost at the end", cause, Kind.UNCLEAR);
  }

  /** What it began with, in a line. */
  public String reason() {
    Throwable root = this;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }

  /** Whether it may have been done nevertheless. */
  public boolean isUnclear() {
    return kind == Kind.UNCLEAR;
  }

  /** Whether others, that do not need the same, may go through. */
  public boolean isContended() {
    return kind == Kind.CONTENDED;
  }

  private enum Kind {
    AWAY,
    CONTENDED,
    UNCLEAR
  }
}
