package dev.muster.bot;

import dev.muster.bot.cli.RehearseCommand;
import dev.muster.bot.config.ConfigLoader;
import dev.muster.bot.config.ConfigLoader.Outcome;
import dev.muster.bot.config.current.ConfigSource;
import dev.muster.bot.config.current.CurrentConfig;
import dev.muster.bot.config.current.FolderSource;
import dev.muster.bot.config.current.NothingAccepted;
import dev.muster.bot.config.secret.Strength;
import dev.muster.bot.http.Web;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgres;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgresException;
import dev.muster.runbooks.yaml.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads the configuration, starts Muster, says where it is, and runs until it is stopped. */
final class Serving implements Callable<Integer> {

  private static final Logger log = LoggerFactory.getLogger(Serving.class);

  private static final int WRONG = 2;

  private final Settings settings;
  private final ConfigLoader loader;

  Serving(Settings settings, ConfigLoader loader) {
    this.settings = settings;
    this.loader = loader;
  }

  /** The demo with its data in a folder, whatever the environment says. */
  static Muster rehearsal(Path folder) {
    var settings =
        Settings.from(
            Map.of(
                "MUSTER_DATA",
                folder.toString(),
                "MUSTER_API_TOKEN",
                RehearseCommand.TOKEN,
                "PORT",
                "0"));
    var source = new FolderSource(Demo.loader(), settings.home(), settings.isLoopback());
    return Muster.start(settings, source, new CurrentConfig(Demo.config()));
  }

  @Override
  public Integer call() {
    var source = new FolderSource(loader, settings.home(), settings.isLoopback());
    return switch (source.own()) {
      case Outcome.Rejected(var problems) -> startBroken(source, problems);
      case Outcome.Loaded(var config, _, var warnings) -> {
        if (!settings.isDemo()) {
          warnings.forEach(System.err::println);
        }
        yield serve(source, new CurrentConfig(config));
      }
    };
  }

  /**
   * A team's Muster comes up with what was accepted last: it is needed at 3 a.m. too (ADR 0010).
   */
  private int startBroken(ConfigSource source, List<Problem> problems) {
    problems.forEach(System.err::println);
    if (source.insists() || hasNoDatabaseYet()) {
      return WRONG;
    }
    System.err.println(
        "These files are broken. Muster looks into the database for the configuration that was"
            + " accepted last, to start with that one.");
    return serve(source, CurrentConfig.unknown());
  }

  private boolean hasNoDatabaseYet() {
    return settings.database().isEmpty() && !EmbeddedPostgres.isMadeIn(settings.data());
  }

  private int serve(ConfigSource source, CurrentConfig config) {
    try {
      var muster = Muster.start(settings, source, config);
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
      if (!settings.isDemo()) {
        tellHowToLogIn();
        settings
            .apiToken()
            .flatMap(Strength::weakApiToken)
            .ifPresent(weak -> log.atWarn().log(weak));
      }
      stopped.await();
      return 0;
    } catch (EmbeddedPostgresException | NothingAccepted | Web.PortTaken e) {
      return refuse(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /** Links carry the address that people reach us by, and no request is believed about that. */
  private void tellHowToLogIn() {
    var canSend = settings.smtp().isPresent() && settings.url().isPresent();
    if (canSend || settings.proxy().isPresent()) {
      return;
    }
    log.atWarn()
        .log(
            "Login links are not sent by mail: set MUSTER_URL and SMTP_URL."
                + " `java -jar muster.jar login PERSON` prints one");
  }

  private static int refuse(String message) {
    System.err.println(message);
    return WRONG;
  }
}
