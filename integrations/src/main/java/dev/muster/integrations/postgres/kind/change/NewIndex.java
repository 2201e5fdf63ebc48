package dev.muster.integrations.postgres.kind.change;

import static java.util.stream.Collectors.joining;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Session;
import dev.muster.integrations.postgres.kind.session.Table;
import dev.muster.runbooks.kind.Arguments;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An index that is to be: every name in it was quoted by the server.
 *
 * @param name with its schema
 */
record NewIndex(Table table, List<String> columns, String name, String command) {

  private static final int LONGEST_NAME = 63;
  private static final Pattern COLUMN = Pattern.compile("(?i)(.+?)(?:\\s+(asc|desc))?");

  private static final String ON =
      """
      select i.indisvalid as valid, i.indrelid as "on" from pg_index i
      where i.indexrelid = to_regclass(?)
      """;

  private static final String COLUMNS =
      """
      select attname::text as name from pg_attribute
      where attrelid = ? and attnum > 0 and not attisdropped
      """;

  /** How it stands with one of its name. */
  enum State {
    ABSENT,
    INVALID,
    VALID
  }

  static NewIndex of(Session session, Table table, Arguments with) throws SQLException {
    var columns = new ArrayList<String>();
    var words = new ArrayList<String>();
    for (var column : with.list("columns")) {
      var parts = COLUMN.matcher(String.valueOf(column).strip());
      if (!parts.matches()) {
        throw new RefusedException("invalid", "A column has no name.");
      }
      words.add(parts.group(1));
      var order = parts.group(2) == null ? "" : " " + parts.group(2).toLowerCase(Locale.ROOT);
      columns.add(quoted(session, parts.group(1)) + order);
    }
    if (columns.isEmpty()) {
      throw new RefusedException("invalid", "An index has one column at least.");
    }
    var plain = with.optionalText("index").orElseGet(() -> usual(table, words));
    var quoted = quoted(session, plain);
    var unique = with.isTrue("unique") ? "unique " : "";
    // Of a fixed list: the kind's parameters hold it.
    var method = with.text("method");
    return new NewIndex(
        table,
        words,
        quoted(session, table.schema()) + "." + quoted,
        "create %sindex concurrently %s on %s using %s (%s)"
            .formatted(unique, quoted, table.name(), method, String.join(", ", columns)));
  }

  /** Its columns are there: PostgreSQL says so only when it is to build it. */
  void mustBePossible(Session session) throws SQLException {
    var there = session.rows(COLUMNS, table.oid()).stream().map(row -> row.text("name")).toList();
    for (var column : columns) {
      if (!there.contains(column)) {
        throw new RefusedException(
            "sql", "There is no column %s in %s.".formatted(column, table.name()));
      }
    }
  }

  State state(Session session) throws SQLException {
    var rows = session.rows(ON, name);
    if (rows.isEmpty()) {
      return State.ABSENT;
    }
    if (rows.getFirst().number("on") != table.oid()) {
      throw new RefusedException(
          "taken", "An index of another table is called %s. Give it another name.".formatted(name));
    }
    return rows.getFirst().isTrue("valid") ? State.VALID : State.INVALID;
  }

  long bytes(Session session) throws SQLException {
    return session.row("select pg_relation_size(to_regclass(?)) as bytes", name).number("bytes");
  }

  private static String usual(Table table, List<String> columns) {
    var name = columns.stream().collect(joining("_", "idx_" + table.plain() + "_", ""));
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }

  private static String quoted(Session session, String name) throws SQLException {
    return session.row("select quote_ident(?) as name", name).text("name");
  }
}
