package dev.muster.integrations.postgres.kind.change;

import dev.muster.integrations.postgres.kind.session.RefusedException;
import dev.muster.integrations.postgres.kind.session.Row;
import dev.muster.integrations.postgres.kind.session.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A setting of the server as {@code pg_settings} has it. */
record Setting(String name, String shown, Row facts) {

  private static final String SQL =
      """
      select name, current_setting(name) as shown, context, vartype, min_val as min, max_val as max,
        unit, enumvals as words, pending_restart as pending
      from pg_settings where name = lower(?)
      """;

  /** Each starts programs, loads code or leads elsewhere: nothing for a value from a form. */
  private static final Pattern DANGEROUS =
      Pattern.compile(
          ".*(_command|_libraries|_file|_directory|_directories)|ssl.*|dynamic_library_path"
              + "|password_encryption|.*\\.log_parameters|listen_addresses|port");

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d+");

  static Setting of(Session session, String name) throws SQLException {
    var rows = session.rows(SQL, name);
    if (rows.isEmpty()) {
      throw new RefusedException(
          "no-setting",
          "PostgreSQL at %s has no setting %s. Look it up in pg_settings."
              .formatted(session.target(), name));
    }
    var row = rows.getFirst();
    var known = row.text("name");
    if (DANGEROUS.matcher(known.toLowerCase(Locale.ROOT)).matches()) {
      throw new RefusedException(
          "forbidden", known + " is not set by runbooks: it could run programs or lock out.");
    }
    if (row.text("context").equals("internal")) {
      throw new RefusedException("invalid", known + " cannot be changed: it is built in.");
    }
    return new Setting(known, row.text("shown"), row);
  }

  boolean needsRestart() {
    return facts.text("context").equals("postmaster");
  }

  /** Written, but not taken before a restart. */
  boolean isPending() {
    return facts.isTrue("pending");
  }

  /** Whether the server has read its file since. */
  boolean isTaken(Setting before, String value) {
    return isPending() || !shown.equals(before.shown) || shown.equals(value);
  }

  /** What the server would refuse too, in words of ours; units are left to it. */
  void check(String value) {
    if (facts.text("vartype").equals("enum") && !isWord(value)) {
      throw refused(value, "one of " + facts.text("words"));
    }
    if (facts.text("vartype").equals("integer") && WHOLE.matcher(value).matches()) {
      var number = Double.parseDouble(value);
      var min = Double.parseDouble(facts.text("min"));
      var max = Double.parseDouble(facts.text("max"));
      if (number < min || number > max) {
        throw refused(
            value, "from %s to %s".formatted(facts.text("min"), facts.text("max")) + inUnits());
      }
    }
  }

  private String inUnits() {
    return facts.text("unit").isEmpty() ? "" : " (in %s)".formatted(facts.text("unit"));
  }

  private boolean isWord(String value) {
    return facts.values().get("words") instanceof List<?> words
        && words.stream().anyMatch(it -> value.equalsIgnoreCase(String.valueOf(it)));
  }

  private RefusedException refused(String value, String allowed) {
    return new RefusedException(
        "invalid", "%s cannot be %s: it is %s.".formatted(name, value, allowed));
  }
}
