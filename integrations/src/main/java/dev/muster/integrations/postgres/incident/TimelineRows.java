package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Timeline entries as rows; history is only ever appended. */
public final class TimelineRows {

  private TimelineRows() {}

  public static void append(Handle handle, Collection<TimelineEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into timeline_entry (at, incident_id, kind, actor, actor_name, text, platform)
            values (:at, :incident, :kind, :actor, :actorName, :text, :platform)
            """);
    for (var entry : entries) {
      batch
          .bind("at", Rows.utc(entry.at()))
          .bind("incident", entry.incident().value())
          .bind("kind", entry.kind().name())
          .bind("actor", entry.actor().key())
          .bind("actorName", entry.actor().name())
          .bind("text", entry.text())
          .bind("platform", entry.platform().orElse(null))
          .add();
    }
    batch.execute();
  }

  static TimelineEntry read(ResultSet row) throws SQLException {
    return new TimelineEntry(
        new IncidentId(row.getLong("incident_id")),
        Rows.instant(row, "at"),
        Kind.valueOf(row.getString("kind")),
        IncidentRows.actor(row.getString("actor"), row.getString("actor_name")),
        row.getString("text"),
        Rows.optionalText(row, "platform"));
  }
}
