package dev.muster.bot;

/**
 * Chooses how logs look before the first line is written: words for people in the demo, JSON for
 * machines elsewhere; MUSTER_LOG says otherwise.
 */
final class Logging {

  private Logging() {}

  static void setUp(Settings settings) {
    var format = settings.log();
    System.setProperty("logback.configurationFile", "dev/muster/bot/logback-" + format + ".xml");
    System.setProperty(
        "vertx.logger-delegate-factory-class-name",
        "io.vertx.core.logging.SLF4JLogDelegateFactory");
  }
}
