package dev.muster.integrations.postgres.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections of our own to a server: to prove that it is ours, and to see who else uses it. */
record Access(int port, String password) {

  static final String HOST = "127.0.0.1";
  static final String DATABASE = "muster";

  private static final Duration GOODBYE = Duration.ofSeconds(2);

  @Override
  public String toString() {
    return "Access[port=" + port + "]";
  }

  /**
   * Stays open as long as this process uses the server: another one that closes sees it, even when
   * no pool has a connection open yet.
   */
  Connection anchor() throws SQLException {
    var connection = open();
    try (var statement = connection.createStatement()) {
      var databases =
          statement.executeQuery(
              "select 1 from pg_database where datname = '%s'".formatted(DATABASE));
      if (!databases.next()) {
        statement.execute("create database " + DATABASE);
      }
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Waits a moment for those who have just said goodbye: a backend outlives its connection. */
  boolean othersConnected() throws SQLException {
    var patience = new Patience("Waiting for the connections to PostgreSQL to close");
    try (var connection = open()) {
      while (others(connection) > 0) {
        if (!patience.wait(GOODBYE)) {
          return true;
        }
      }
      return false;
    }
  }

  private static int others(Connection connection) throws SQLException {
    var sql =
        """
        select count(*) from pg_stat_activity
        where backend_type = 'client backend' and pid <> pg_backend_pid()\
        """;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private Connection open() throws SQLException {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {HOST});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser(Cluster.USER);
    source.setPassword(password);
    source.setApplicationName("muster-embedded");
    source.setConnectTimeout(10);
    source.setLoginTimeout(20);
    return source.getConnection();
  }
}
