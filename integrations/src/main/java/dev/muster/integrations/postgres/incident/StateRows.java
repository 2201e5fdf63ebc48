package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.incident.IncidentStatus;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The state of an incident as columns. */
final class StateRows {

  private StateRows() {}

  static IncidentState read(ResultSet row) throws SQLException {
    var acknowledged = change(row, "acknowledged");
    var mitigated = change(row, "mitigated");
    var resolved = change(row, "resolved");
    if (resolved.isPresent()) {
      return over(row, resolved.get(), acknowledged, mitigated);
    }
    if (mitigated.isPresent() && row.getString("status").equals(IncidentStatus.MITIGATED.word())) {
      var change = mitigated.get();
      return new IncidentState.Mitigated(change, acknowledged.orElse(change));
    }
    return acknowledged
        .<IncidentState>map(IncidentState.Acknowledged::new)
        .orElseGet(IncidentState.Triggered::new);
  }

  static Optional<Change> end(IncidentState state) {
    return state instanceof IncidentState.Over over ? Optional.of(over.change()) : Optional.empty();
  }

  static Optional<IncidentId> mergedInto(IncidentState state) {
    return state instanceof IncidentState.Merged merged
        ? Optional.of(merged.into())
        : Optional.empty();
  }

  private static IncidentState over(
      ResultSet row, Change change, Optional<Change> acknowledged, Optional<Change> mitigated)
      throws SQLException {
    var into = Rows.optionalLong(row, "merged_into");
    return into.isPresent()
        ? new IncidentState.Merged(change, acknowledged, mitigated, new IncidentId(into.get()))
        : new IncidentState.Resolved(change, acknowledged, mitigated);
  }

  private static Optional<Change> change(ResultSet row, String prefix) throws SQLException {
    var at = Rows.optionalInstant(row, prefix + "_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var actor = IncidentRows.actor(row.getString(prefix + "_by"), row.getString(prefix + "_name"));
    return Optional.of(new Change(at.get(), actor));
  }
}
