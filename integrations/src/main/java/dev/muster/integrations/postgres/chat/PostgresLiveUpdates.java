package dev.muster.integrations.postgres.chat;

import dev.muster.commands.chat.LiveUpdates;
import dev.muster.integrations.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of chat messages through PostgreSQL's LISTEN, on a connection of its own, from every
 * replica. A server that is quiet is asked every few seconds whether it is there: it may have
 * vanished without a word. While it is away it is tried again every few seconds, and then all are
 * told that updates were missed.
 */
public final class PostgresLiveUpdates implements LiveUpdates, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresLiveUpdates.class);
  private static final int LISTEN_MILLIS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(5);

  private final DatabaseAddress address;
  private final Set<Consumer<Update>> listeners = ConcurrentHashMap.newKeySet();
  private final Duration patience;
  private volatile boolean closed;

  /** In a row; only the listening thread knows it. */
  private int failures;

  public PostgresLiveUpdates(DatabaseAddress address) {
    this(address, PATIENCE);
  }

  /** Asks a quiet server after so long whether it is there, and waits as long for an answer. */
  PostgresLiveUpdates(DatabaseAddress address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  public void start(Executor executor) {
    executor.execute(this::listenForever);
  }

  @Override
  public Subscription subscribe(Consumer<Update> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void listenForever() {
    while (!closed) {
      try (var connection = connect()) {
        listen(connection);
      } catch (SQLException away) {
        log.atDebug().setCause(away).log("Live updates wait for the database");
      } catch (RuntimeException | Error e) {
        log.atError().setCause(e).log("Live updates broke and begin again");
      }
      pause();
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + ChatNotices.CHANNEL);
      failures = 0;
      tell(new Update.Missed());
      var notifying = connection.unwrap(PGConnection.class);
      var asked = System.nanoTime();
      while (!closed) {
        var notices = notifying.getNotifications(LISTEN_MILLIS);
        for (var notice : notices == null ? new PGNotification[0] : notices) {
          tell(ChatNotices.read(notice.getParameter()));
        }
        if (System.nanoTime() - asked > patience.toNanos()) {
          statement.execute("select 1");
          asked = System.nanoTime();
        }
      }
    }
  }

  /** Ever longer, and not together with the other replicas. */
  private void pause() {
    var millis = Math.min(RETRY.toMillis() << Math.min(failures, 10), LONGEST_RETRY.toMillis());
    failures++;
    var jitter = ThreadLocalRandom.current().nextLong(millis / 2 + 1);
    for (var waited = 0L; waited < millis + jitter && !closed; waited += LISTEN_MILLIS) {
      LockSupport.parkNanos(Duration.ofMillis(LISTEN_MILLIS).toNanos());
    }
  }

  private void tell(Update update) {
    listeners.forEach(listener -> tell(listener, update));
  }

  private static void tell(Consumer<Update> listener, Update update) {
    try {
      listener.accept(update);
    } catch (RuntimeException | Error e) {
      log.atError().setCause(e).log("Listener to live updates broke");
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "muster");
    var seconds = Long.toString(Math.max(1, patience.toSeconds()));
    properties.setProperty("connectTimeout", seconds);
    properties.setProperty("loginTimeout", seconds);
    properties.setProperty("socketTimeout", seconds);
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
