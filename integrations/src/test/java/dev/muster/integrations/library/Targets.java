package dev.muster.integrations.library;

import static org.awaitility.Awaitility.await;

import dev.muster.integrations.testing.real.RealPostgres;
import dev.muster.integrations.testing.real.RealRedis;
import dev.muster.integrations.testing.real.RudeServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What runbooks work on: Debian's PostgreSQL with the database {@value #DATABASE}, a Redis, an HTTP
 * server, and the folder of backups. Troubles end with the play that they were made for.
 */
final class Targets implements AutoCloseable {

  static final String DATABASE = "school";
  static final String COPY = "school_copy";
  static final String PEOPLE = "school-app";

  final RealPostgres server = RealPostgres.shared();
  final RealRedis redis = RealRedis.start();
  final RudeServer http = new RudeServer();
  final Path files;

  /** What Muster knows from its environment. */
  final Map<String, String> secrets = new ConcurrentHashMap<>();

  private final List<AutoCloseable> troubles = Collections.synchronizedList(new ArrayList<>());

  Targets(Path files) {
    this.files = files;
    server.execute("postgres", "create database %s owner app".formatted(DATABASE));
    execute("create extension pg_stat_statements");
    secrets.put("APP_DATABASE_URL", server.url("postgres", DATABASE));
    secrets.put("SCRATCH_DATABASE_URL", server.url("postgres", "postgres"));
    secrets.put("COPY_DATABASE_URL", server.url("postgres", COPY));
    secrets.put("STANDBY_DATABASE_URL", server.url("postgres", DATABASE));
    secrets.put("APP_REDIS_URL", redis.url(RealRedis.PASSWORD));
  }

  void execute(String... statements) {
    server.execute(DATABASE, statements);
  }

  long number(String sql) {
    return server.number(DATABASE, sql);
  }

  /** A connection of the application's, until the play is over. */
  Connection person() throws SQLException {
    var connection = server.connect("app", DATABASE);
    troubles.add(connection);
    connection.setClientInfo("ApplicationName", PEOPLE);
    return connection;
  }

  /** The application is at a statement, which may be ended from outside. */
  CompletableFuture<Void> busy(String sql) throws SQLException {
    var connection = person();
    return CompletableFuture.runAsync(
        () -> {
          try (var statement = connection.createStatement()) {
            statement.execute(sql);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        },
        task -> Thread.ofVirtual().start(task));
  }

  /** The application has begun something and does not end it. */
  Connection forgotten(String sql) throws SQLException {
    var connection = person();
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  /** Until so many of the application's connections have been in their state for a second. */
  void awaitOld(String state, long count) {
    await(state)
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            number(
                    """
                    select count(*) from pg_stat_activity
                    where application_name = '%s' and state = '%s'
                      and clock_timestamp() - greatest(query_start, state_change)
                        > interval '1.1 seconds'
                    """
                        .formatted(PEOPLE, state))
                >= count);
  }

  /** Something more that ends with the play. */
  <T extends AutoCloseable> T with(T trouble) {
    troubles.add(trouble);
    return trouble;
  }

  /** Whoever only closes a connection leaves what it is at to the server. */
  void calm() throws Exception {
    execute(
        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where application_name = '%s'"
            .formatted(PEOPLE));
    for (var trouble : List.copyOf(troubles).reversed()) {
      trouble.close();
    }
    troubles.clear();
  }

  @Override
  public void close() throws Exception {
    calm();
    http.close();
    redis.close();
    server.execute("postgres", "drop database %s with (force)".formatted(DATABASE));
  }
}
