package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.postgres.Columns;
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
    var rows = new Columns<>(entries);
    handle
        .createUpdate(
            """
            insert into timeline_entry (at, incident_id, kind, actor, actor_name, text, platform)
            select cast(at as timestamptz), incident_id, kind, actor, actor_name, text, platform
            from unnest(:at, :incident, :kind, :actor, :actorName, :text, :platform)
              as wanted (at, incident_id, kind, actor, actor_name, text, platform)
            """)
        .bind("at", rows.times(TimelineEntry::at))
        .bind("incident", rows.longs(entry -> entry.incident().value()))
        .bind("kind", rows.texts(entry -> entry.kind().name()))
        .bind("actor", rows.texts(entry -> entry.actor().key()))
        .bind("actorName", rows.texts(entry -> entry.actor().name()))
        .bind("text", rows.texts(TimelineEntry::text))
        .bind("platform", rows.optionalTexts(TimelineEntry::platform))
        .execute();
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
