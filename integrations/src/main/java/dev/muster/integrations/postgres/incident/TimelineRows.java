package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.TimelineEntry;
import dev.muster.commands.incident.TimelineEntry.Kind;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Timeline entries as rows; history is only ever appended. */
public final class TimelineRows {

  private TimelineRows() {}

  public static Write append(Collection<TimelineEntry> entries) {
    var rows = new Columns<>(entries);
    return new Write(
        """
        insert into timeline_entry (at, incident_id, kind, actor, actor_name, text, platform,
            link)
        select cast(at as timestamptz), incident_id, kind, actor, actor_name, text, platform, link
        from unnest(:lineAt, :lineIncident, :lineKind, :lineActor, :lineName, :lineText,
            :linePlatform, :lineLink)
          as wanted (at, incident_id, kind, actor, actor_name, text, platform, link)
        """,
        Map.of(
            "lineAt", rows.times(TimelineEntry::at),
            "lineIncident", rows.longs(entry -> entry.incident().value()),
            "lineKind", rows.texts(entry -> entry.kind().name()),
            "lineActor", rows.texts(entry -> entry.actor().key()),
            "lineName", rows.texts(entry -> entry.actor().name()),
            "lineText", rows.texts(TimelineEntry::text),
            "linePlatform", rows.optionalTexts(TimelineEntry::platform),
            "lineLink", rows.optionalTexts(TimelineEntry::link)));
  }

  static TimelineEntry read(ResultSet row) throws SQLException {
    return new TimelineEntry(
        new IncidentId(row.getLong("incident_id")),
        Rows.instant(row, "at"),
        Kind.of(row.getString("kind")),
        IncidentRows.actor(row.getString("actor"), row.getString("actor_name")),
        row.getString("text"),
        Rows.optionalText(row, "platform"),
        Rows.optionalText(row, "link"));
  }
}
