package dev.muster.bot.process;

import java.util.List;

/**
 * Chooses how logs look before the first line is written. A Muster that serves, or rehearses it:
 * words for people in the demo, JSON for machines elsewhere; MUSTER_LOG says otherwise. Other
 * commands have their answer on the standard output and only trouble beside it, in words.
 */
public final class Logging {

  private Logging() {}

  /** {@code serving} is how a Muster that serves is to log, {@code text} or {@code json}. */
  public static void setUp(String serving, String[] arguments) {
    var format = isServing(arguments) ? serving : "command";
    System.setProperty("logback.configurationFile", "dev/muster/bot/logback-" + format + ".xml");
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
  }

  private static boolean isServing(String[] arguments) {
    return arguments.length == 0 || List.of("serve", "rehearse").contains(arguments[0]);
  }
}
