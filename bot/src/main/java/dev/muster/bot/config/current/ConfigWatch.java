package dev.muster.bot.config.current;

import dev.muster.commands.store.StoreUnavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every other second whether the configuration has changed, until it is closed. */
public final class ConfigWatch implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ConfigWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final FollowConfig follow;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  private ConfigWatch(FollowConfig follow) {
    this.follow = follow;
  }

  public static ConfigWatch start(FollowConfig follow, Executor executor) {
    var watch = new ConfigWatch(follow);
    executor.execute(watch::run);
    return watch;
  }

  /** Returns when the last look is over: the database may be closed then. */
  @Override
  public void close() {
    closing.countDown();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }

  private void look() {
    try {
      follow.look();
    } catch (StoreUnavailable away) {
      log.atDebug().setCause(away).log("The configuration is looked at again later");
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("The configuration could not be looked at");
    }
  }
}
