package dev.muster.integrations.postgres.kind.session;

import dev.muster.runbooks.kind.Attempt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the one connection of an attempt. */
record Connecting(Target target, String applicationName, Duration timeout) {

  private static final int CONNECT_SECONDS = 10;
  private static final int LOGIN_SECONDS = 15;
  private static final int CANCEL_SECONDS = 3;

  /** A server that was cut off says nothing at all: later than its own timeout nobody waits. */
  private static final Duration GRACE = Duration.ofSeconds(15);

  /** More at once would be more than a step can use; the driver stops reading then. */
  private static final String LONGEST_ANSWER = "32M";

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int LONGEST_NAME = 63;

  static Connecting of(Target target, Attempt attempt) {
    var name = "muster run %d %s".formatted(attempt.run(), attempt.step());
    return new Connecting(target, ascii(name), bounded(attempt.timeout()));
  }

  /**
   * Read-only connections are in one transaction, which ends with them: what is set there is gone
   * with it, also behind a pooler.
   */
  Connection open(boolean reads) throws SQLException {
    var connection = source().getConnection();
    try (var statement = connection.createStatement()) {
      connection.setReadOnly(reads);
      connection.setAutoCommit(!reads);
      var set = reads ? "set local " : "set ";
      statement.execute(set + "statement_timeout = " + timeout.toMillis());
      statement.execute(set + "standard_conforming_strings = on");
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private PGSimpleDataSource source() {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {target.host()});
    source.setPortNumbers(new int[] {target.port()});
    source.setDatabaseName(target.database());
    source.setUser(target.user());
    source.setPassword(target.password());
    if (target.tls().containsKey("sslmode")) {
      source.setSslMode(target.tls().get("sslmode"));
    }
    if (target.tls().containsKey("sslrootcert")) {
      source.setSslRootCert(target.tls().get("sslrootcert"));
    }
    bound(source);
    return source;
  }

  private void bound(PGSimpleDataSource source) {
    source.setApplicationName(applicationName);
    source.setTcpKeepAlive(true);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(LOGIN_SECONDS);
    source.setCancelSignalTimeout(CANCEL_SECONDS);
    source.setSocketTimeout((int) timeout.plus(GRACE).toSeconds());
    source.setMaxResultBuffer(LONGEST_ANSWER);
    // A text that is handed in takes the type that stands opposite.
    source.setStringType("unspecified");
    // Poolers know nothing of statements that were prepared under a name.
    source.setPrepareThreshold(0);
  }

  private static Duration bounded(Duration timeout) {
    var shortest = Duration.ofMillis(1);
    return timeout.compareTo(LONGEST) > 0
        ? LONGEST
        : timeout.compareTo(shortest) < 0 ? shortest : timeout;
  }

  private static String ascii(String name) {
    var plain = name.replaceAll("[^ -~]", "?");
    return plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
  }
}
