package dev.muster.integrations.postgres.intake;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.AlertKey;
import dev.muster.commands.intake.Episode;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** The latest episode of each alert, as rows. */
final class EpisodeRows {

  private EpisodeRows() {}

  static void write(Handle handle, Collection<Episode> episodes) {
    if (episodes.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into episode
                (integration, dedup_key, alert_id, opened_at, starts_at, firing, incident_id)
            values (:integration, :key, :alert, :opened, :starts, :firing, :incident)
            on conflict (integration, dedup_key) do update set alert_id = excluded.alert_id,
                opened_at = excluded.opened_at, starts_at = excluded.starts_at,
                firing = excluded.firing, incident_id = excluded.incident_id
            """);
    for (var episode : episodes) {
      batch
          .bind("integration", episode.key().integration())
          .bind("key", episode.key().dedupKey())
          .bind("alert", episode.alertId())
          .bind("opened", Rows.utc(episode.openedAt()))
          .bind("starts", Rows.utc(episode.startsAt()))
          .bind("firing", episode.firing())
          .bind("incident", episode.incident().map(IncidentId::value).orElse(null))
          .add();
    }
    batch.execute();
  }

  static Episode read(ResultSet row) throws SQLException {
    return new Episode(
        new AlertKey(row.getString("integration"), row.getString("dedup_key")),
        row.getLong("alert_id"),
        Rows.instant(row, "opened_at"),
        Rows.optionalInstant(row, "starts_at"),
        row.getBoolean("firing"),
        Rows.optionalLong(row, "incident_id").map(IncidentId::new));
  }
}
