package dev.muster.integrations.postgres.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A small database of a learning platform beside Muster's own, for the demo's runbooks to look at
 * and to change. It belongs to a role that may do nothing elsewhere.
 */
record SampleDatabase(Access access) {

  private static final String NAME = "learnhub";
  private static final String TABLES = "/dev/muster/embedded/learnhub.sql";

  /** Any number: several Musters may share a server, and one of them makes it. */
  private static final long LOCK = 7_135_402_116L;

  /** Where runbooks find it, once it is made. */
  String url() {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(NAME, password(), Access.HOST, access.port(), NAME);
  }

  /** Makes what is missing of it; where one was killed over it, the next goes on. */
  void make() throws SQLException {
    try (var connection = access.open();
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LOCK + ")");
      if (isNone(statement, "pg_roles where rolname = '%s'".formatted(NAME))) {
        statement.execute("create role %s login password '%s'".formatted(NAME, password()));
      }
      if (isNone(statement, "pg_database where datname = '%s'".formatted(NAME))) {
        statement.execute("create database %1$s owner %1$s".formatted(NAME));
      }
      statement.execute("revoke connect on database %s from public".formatted(Access.DATABASE));
      fill();
    }
  }

  private void fill() throws SQLException {
    try (var connection = access.open(NAME, NAME, password());
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      if (isNone(statement, "pg_tables where schemaname = 'public'")) {
        statement.execute(tables());
      }
      connection.commit();
    }
  }

  private static boolean isNone(Statement statement, String rows) throws SQLException {
    try (var found = statement.executeQuery("select from " + rows)) {
      return !found.next();
    }
  }

  private static String tables() {
    try (var file = SampleDatabase.class.getResourceAsStream(TABLES)) {
      return new String(Objects.requireNonNull(file, TABLES).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for every Muster that uses the server, and not that of Muster's own data. */
  private String password() {
    try {
      var made =
          MessageDigest.getInstance("SHA-256").digest((NAME + access.password()).getBytes(UTF_8));
      return HexFormat.of().formatHex(made);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
