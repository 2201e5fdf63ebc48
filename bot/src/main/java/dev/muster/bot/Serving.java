package dev.muster.bot;

import dev.muster.bot.config.Config;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.http.Web;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgresException;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** Loads the configuration, starts Muster, says where it is, and runs until it is stopped. */
final class Serving implements Callable<Integer> {

  private static final String DEMO_KEY = "demo";
  private static final int WRONG = 2;

  private final Settings settings;
  private final ConfigLoader loader;

  Serving(Settings settings, ConfigLoader loader) {
    this.settings = settings;
    this.loader = loader;
  }

  @Override
  public Integer call() {
    var outcome = settings.home().map(loader::load).orElseGet(loader::demo);
    return switch (outcome) {
      case Outcome.Rejected(var problems) -> {
        problems.forEach(System.err::println);
        yield WRONG;
      }
      case Outcome.Loaded(var config, _, _) when isOpenDoor(config) ->
          refuse(
              "The key \"demo\" is for this machine only: give the integrations keys of their own,"
                  + " or set BIND=127.0.0.1.");
      case Outcome.Loaded(var config, _, _) -> serve(config);
    };
  }

  /** The demo's well-known key must not be reachable from elsewhere. */
  private boolean isOpenDoor(Config config) {
    return !settings.isLoopback()
        && config.integrations().stream()
            .anyMatch(integration -> integration.accepts(DEMO_KEY, Instant.EPOCH));
  }

  private int serve(Config config) {
    try {
      var muster = Muster.start(settings, config);
      var stopped = new CountDownLatch(1);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    muster.close();
                    stopped.countDown();
                  },
                  "stop"));
      System.out.println(
          (settings.isDemo() ? "The demo of Muster is ready: " : "Muster is ready: ")
              + muster.url());
      stopped.await();
      return 0;
    } catch (EmbeddedPostgresException | Settings.Wrong | Web.PortTaken e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static int refuse(String message) {
    System.err.println(message);
    return WRONG;
  }
}
