package dev.muster.integrations.postgres.silence;

import dev.muster.commands.incident.Change;
import dev.muster.commands.silence.MatcherReader;
import dev.muster.commands.silence.Matchers;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.incident.IncidentRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Silences as rows. */
final class SilenceRows {

  private SilenceRows() {}

  static Silence read(ResultSet row) throws SQLException {
    return read(row, MatcherReader.parse(row.getString("matchers")));
  }

  static Silence read(ResultSet row, Matchers matchers) throws SQLException {
    return new Silence(
        new SilenceId(row.getLong("id")),
        matchers,
        row.getString("reason"),
        change(row, "created").orElseThrow(),
        Rows.instant(row, "ends_at"),
        change(row, "ended"));
  }

  private static Optional<Change> change(ResultSet row, String prefix) throws SQLException {
    var at = Rows.optionalInstant(row, prefix + "_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var by = IncidentRows.actor(row.getString(prefix + "_by"), row.getString(prefix + "_name"));
    return Optional.of(new Change(at.get(), by));
  }
}
