package dev.muster.integrations.postgres.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What the tests of this package ask a server and its processes. */
final class Databases {

  private Databases() {}

  static Connection connect(EmbeddedPostgres server) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
  }

  static void run(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String ask(EmbeddedPostgres server, String sql) throws SQLException {
    try (var connection = connect(server);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  static Postmaster postmaster(Path dataFolder) {
    return Postmaster.read(Layout.under(dataFolder).pidFile()).orElseThrow();
  }

  static boolean isServed(Path dataFolder) {
    return Postmaster.anyServes(Layout.under(dataFolder).data());
  }
}
