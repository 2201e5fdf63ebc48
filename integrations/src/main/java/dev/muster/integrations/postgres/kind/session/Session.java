package dev.muster.integrations.postgres.kind.session;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A connection for the time of one attempt. Not thread-safe. */
public final class Session {

  private static final int FETCHED = 50;
  private static final int MAJOR = 10_000;

  private final Connection connection;
  private final Target target;
  private volatile Runnable whenStopped = () -> {};

  Session(Connection connection, Target target) {
    this.connection = connection;
    this.target = target;
  }

  /** To be called when the attempt is stopped, while the session waits for something else. */
  public void whenStopped(Runnable stop) {
    whenStopped = stop;
  }

  void stop() {
    whenStopped.run();
  }

  /** Takes the rows of an answer. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(ResultSet rows) throws SQLException;
  }

  public Target target() {
    return target;
  }

  /** The server's release, such as 15. */
  public long version() throws SQLException {
    return row("select current_setting('server_version_num')::int as n").number("n") / MAJOR;
  }

  /** A statement of ours; it bounds its rows itself. */
  public List<Row> rows(String sql, Object... values) throws SQLException {
    return read(
        sql,
        List.of(values),
        rows -> {
          var all = new ArrayList<Row>();
          while (rows.next()) {
            all.add(row(rows));
          }
          return all;
        });
  }

  /** The first row, of a statement that always has one. */
  public Row row(String sql, Object... values) throws SQLException {
    return rows(sql, values).getFirst();
  }

  /** A statement of a step's author, with a value for each of its {@code ?}. */
  public <T> T read(String sql, List<?> values, Reading<T> reading) throws SQLException {
    if (values.isEmpty()) {
      try (var statement = connection.createStatement()) {
        statement.setFetchSize(FETCHED);
        statement.setEscapeProcessing(false);
        return reading.of(statement.executeQuery(sql));
      }
    }
    try (var statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(FETCHED);
      bind(statement, values);
      return reading.of(statement.executeQuery());
    }
  }

  /** A command; what the server says besides is answered. */
  public List<String> run(String command) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(command);
      return warnings(statement);
    }
  }

  /** Whether nothing more can be asked over this connection. */
  public boolean isLost(SQLException e) {
    var state = Troubles.state(e);
    return state.startsWith("08") || state.startsWith("57P");
  }

  /** Within the step's own time, no statement takes longer than that. */
  public void atMost(Duration time) throws SQLException {
    run("set local statement_timeout = " + Math.max(1, time.toMillis()));
  }

  public static Row row(ResultSet rows) throws SQLException {
    return new Row(Values.row(rows));
  }

  private static List<String> warnings(Statement statement) throws SQLException {
    var warnings = new ArrayList<String>();
    for (var it = statement.getWarnings(); it != null; it = it.getNextWarning()) {
      warnings.add(Troubles.said(it));
    }
    return warnings;
  }

  private static void bind(PreparedStatement statement, List<?> values) throws SQLException {
    var i = 1;
    for (var value : values) {
      switch (value) {
        case Instant time -> statement.setObject(i, time.atOffset(ZoneOffset.UTC));
        case Duration time -> statement.setString(i, time.toString());
        case List<?> list -> statement.setString(i, array(list));
        default -> statement.setObject(i, value);
      }
      i++;
    }
  }

  /** As PostgreSQL writes an array whose type is not said. */
  private static String array(List<?> list) {
    return list.stream()
        .map(it -> '"' + it.toString().replaceAll("([\\\\\"])", "\\\\$1") + '"')
        .collect(joining(",", "{", "}"));
  }
}
