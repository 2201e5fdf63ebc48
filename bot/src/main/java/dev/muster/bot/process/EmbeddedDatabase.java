package dev.muster.bot.process;

import dev.muster.integrations.postgres.DatabaseAddress;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgres;
import dev.muster.integrations.postgres.embedded.EmbeddedPostgresException;
import dev.muster.integrations.postgres.sample.SampleDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server, watched: should it die while Muster lives, it is started again. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration LOOK = Duration.ofSeconds(2);

  /** It may need a while to recover what was not yet in its files when it was killed. */
  private static final int PATIENT_TRIES = 10;

  private final Path data;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CountDownLatch watched = new CountDownLatch(1);
  private final Map<Integer, String> samples = new ConcurrentHashMap<>();
  private volatile EmbeddedPostgres server;
  private int failedTries;

  private EmbeddedDatabase(Path data, EmbeddedPostgres server) {
    this.data = data;
    this.server = server;
  }

  public static EmbeddedDatabase start(Path data, Executor executor) {
    var database = new EmbeddedDatabase(data, EmbeddedPostgres.start(data));
    executor.execute(database::watch);
    return database;
  }

  /** Where the demo's runbooks find a database to work on; empty where it cannot be made. */
  public Optional<String> sampleUrl() {
    var port = server.port();
    return Optional.ofNullable(
        samples.computeIfAbsent(port, _ -> new SampleDatabase(address()).url().orElse(null)));
  }

  public DatabaseAddress address() {
    return new DatabaseAddress(server.jdbcUrl(), server.user(), server.password());
  }

  /** Call it when nobody of this process uses the database any more. */
  @Override
  public void close() {
    closing.countDown();
    try {
      watched.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.close();
  }

  private void watch() {
    try {
      while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!server.answers()) {
          revive();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      watched.countDown();
    }
  }

  private void revive() {
    log.atWarn().log("Embedded PostgreSQL does not answer, starting it again");
    try {
      server = EmbeddedPostgres.start(data);
      failedTries = 0;
    } catch (EmbeddedPostgresException e) {
      failedTries++;
      if (failedTries < PATIENT_TRIES) {
        log.atInfo().log("Embedded PostgreSQL is not ready yet, trying again");
      } else {
        log.atError().setCause(e).log("Embedded PostgreSQL does not start, trying again");
      }
    }
  }
}
