package dev.muster.integrations.postgres.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be had; the message says why and what a person does next. */
public final class EmbeddedPostgresException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Programs tell their steps before they come to the fault. */
  private static final int MOST = 600;

  EmbeddedPostgresException(String message) {
    super(message);
  }

  EmbeddedPostgresException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Adds the advice that fits what the operating system or PostgreSQL said. */
  static EmbeddedPostgresException because(String what, String said, @Nullable Throwable cause) {
    var end = said.strip();
    var message =
        what + ": " + end.substring(Math.max(0, end.length() - MOST)) + "\n" + advice(said);
    return cause == null
        ? new EmbeddedPostgresException(message)
        : new EmbeddedPostgresException(message, cause);
  }

  static EmbeddedPostgresException because(String what, Exception cause) {
    return because(what, cause.toString(), cause);
  }

  private static String advice(String said) {
    if (said.contains("No space left")
        || said.contains("free disk space")
        || said.contains("Disk quota exceeded")) {
      return "Free some space, or point MUSTER_DATA at a larger disk.";
    }
    if (said.contains("AccessDenied")
        || said.contains("Permission denied")
        || said.contains("Read-only file system")
        || said.contains("Operation not permitted")) {
      return "Let the user that runs Muster read, write and execute in that folder, "
          + "or point MUSTER_DATA at another one, or set DATABASE_URL.";
    }
    return "Mend that and start again, or set DATABASE_URL to use another PostgreSQL.";
  }
}
