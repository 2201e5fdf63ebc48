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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of chat messages through PostgreSQL's LISTEN, on a connection of its own, from every
 * replica. While the database is away it tries again each second, and says then that updates were
 * missed.
 */
public final class PostgresLiveUpdates implements LiveUpdates, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(PostgresLiveUpdates.class);
  private static final int LISTEN_MILLIS = 500;
  private static final Duration RETRY = Duration.ofSeconds(1);

  private final DatabaseAddress address;
  private final Set<Consumer<Update>> listeners = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  public PostgresLiveUpdates(DatabaseAddress address) {
    this.address = address;
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
        LockSupport.parkNanos(RETRY.toNanos());
      } catch (RuntimeException e) {
        log.atError().setCause(e).log("Live updates broke and begin again");
        LockSupport.parkNanos(RETRY.toNanos());
      }
    }
  }

  private void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + ChatNotices.CHANNEL);
    }
    tell(new Update.Missed());
    var notifying = connection.unwrap(PGConnection.class);
    while (!closed) {
      var notices = notifying.getNotifications(LISTEN_MILLIS);
      for (var notice : notices == null ? new PGNotification[0] : notices) {
        tell(ChatNotices.read(notice.getParameter()));
      }
    }
  }

  private void tell(Update update) {
    listeners.forEach(listener -> tell(listener, update));
  }

  private static void tell(Consumer<Update> listener, Update update) {
    try {
      listener.accept(update);
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("Listener to live updates broke");
    }
  }

  private Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", address.user());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", "muster");
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(address.jdbcUrl(), properties);
  }
}
