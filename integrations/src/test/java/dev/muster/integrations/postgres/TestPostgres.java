package dev.muster.integrations.postgres;

import dev.muster.integrations.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for tests: one server a JVM, started by the first who asks. Thread-safe. */
public final class TestPostgres {

  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestPostgres() {}

  /** The JDBC URL, user and password in it, of a new empty database. */
  public static String newDatabase() {
    var name = "test_" + COUNT.incrementAndGet();
    try (var connection = DriverManager.getConnection(url("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
      return url(name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create database " + name, e);
    }
  }

  private static String url(String database) {
    var server = Lazy.SERVER;
    return "jdbc:postgresql://%s:%d/%s?user=%s&password=%s"
        .formatted(server.host(), server.port(), database, server.user(), server.password());
  }

  private static final class Lazy {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        var folder = Files.createTempDirectory("test-postgres");
        var server = EmbeddedPostgres.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Tests may have left pools open, which would keep the server alive. */
    private static void stop(EmbeddedPostgres server, Path folder) {
      try (server) {
        shutOut();
      }
      try (var tree = Files.walk(folder)) {
        for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void shutOut() {
      try (var connection = DriverManager.getConnection(url("postgres"));
          var statement = connection.createStatement()) {
        statement.execute(
            "update pg_database set datallowconn = false where datname like 'test_%'");
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'test_%'");
      } catch (SQLException e) {
        throw new IllegalStateException("Cannot shut the tests' connections", e);
      }
    }
  }
}
