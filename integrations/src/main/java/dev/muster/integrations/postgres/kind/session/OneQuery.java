package dev.muster.integrations.postgres.kind.session;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.core.Parser;

/**
 * A statement of a runbook's author that is to read only. The read-only transaction holds what
 * PostgreSQL counts as changing; this holds that nothing ends that transaction, and that no {@code
 * copy} writes files or starts programs.
 */
public record OneQuery(String sql) {

  private static final Set<String> READING =
      Set.of("select", "with", "values", "table", "show", "explain");

  /** Blanks, comments and opening brackets, and the first word after them. */
  private static final Pattern START =
      Pattern.compile("^(?:\\s++|--[^\\n]*+\\n|/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/|\\()*+(\\w+)");

  /**
   * Checks it before anything is sent.
   *
   * @throws RefusedException with words for the author
   */
  public static OneQuery of(String sql) {
    if (sql.indexOf('\0') >= 0 || statements(sql) != 1) {
      throw new RefusedException(
          "invalid", "Write one statement, without a ; between several: use a step for each.");
    }
    var start = START.matcher(sql);
    if (!start.find() || !READING.contains(start.group(1).toLowerCase(Locale.ROOT))) {
      throw new RefusedException(
          "invalid", "Only what reads: start with select, with, values, table, show or explain.");
    }
    return new OneQuery(sql.strip().replaceFirst(";\\s*$", ""));
  }

  /** As the driver counts them, which would send each on its own. */
  private static int statements(String sql) {
    try {
      return Parser.parseJdbcSql(sql, true, false, true, false, false).size();
    } catch (SQLException e) {
      return 0;
    }
  }
}
