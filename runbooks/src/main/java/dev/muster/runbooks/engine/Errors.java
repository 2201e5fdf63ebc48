package dev.muster.runbooks.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors within Muster while it does a step. Their messages may hold what is secret. */
final class Errors {
  static final String WORDS = "an error within Muster, which its log shows";

  private static final Logger log = LoggerFactory.getLogger(Errors.class);
  private static final int DEEPEST = 12;

  private Errors() {}

  /** Says where it came about, and never what it says. */
  static void log(@Nullable Throwable error) {
    if (error != null) {
      log.atError()
          .addKeyValue("error", error.getClass().getName())
          .addKeyValue("at", Arrays.stream(error.getStackTrace()).limit(DEEPEST).toList())
          .log("A step broke");
    }
  }
}
