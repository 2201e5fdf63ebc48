package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.IntakeChanges.OpenedAlert;
import dev.muster.commands.intake.IntakeChanges.RepeatedAlert;
import dev.muster.commands.intake.IntakeChanges.ResolvedAlert;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The history of alerts, as rows. */
final class AlertRows {

  private AlertRows() {}

  static void open(Handle handle, Collection<OpenedAlert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into alert (id, opened_at, integration, dedup_key, source, incident_id, status,
                severity_raw, severity, severity_level, title, summary, labels, annotations, links,
                starts_at, ends_at, last_seen_at, count)
            values (:id, :opened, :integration, :key, :source, :incident, :status,
                :raw, :severity, :level, :title, :summary, cast(:labels as jsonb),
                cast(:annotations as jsonb), cast(:links as jsonb), :starts, null, :seen, 1)
            """);
    alerts.forEach(alert -> add(batch, alert));
    batch.execute();
  }

  static void repeat(Handle handle, Collection<RepeatedAlert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            update alert set last_seen_at = greatest(last_seen_at, :seen), count = count + :times,
                incident_id = :incident
            where opened_at = :opened and id = :id
            """);
    for (var alert : alerts) {
      batch
          .bind("id", alert.episode().alertId())
          .bind("opened", Rows.utc(alert.episode().openedAt()))
          .bind("incident", alert.episode().incident().map(IncidentId::value).orElse(null))
          .bind("seen", Rows.utc(alert.lastSeenAt()))
          .bind("times", alert.times())
          .add();
    }
    batch.execute();
  }

  static void resolve(Handle handle, Collection<ResolvedAlert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            update alert set status = :status, ends_at = :ends,
                last_seen_at = greatest(last_seen_at, :seen)
            where opened_at = :opened and id = :id
            """);
    for (var alert : alerts) {
      batch
          .bind("id", alert.episode().alertId())
          .bind("opened", Rows.utc(alert.episode().openedAt()))
          .bind("status", AlertStatus.RESOLVED.word())
          .bind("ends", Rows.utc(alert.endsAt()))
          .bind("seen", Rows.utc(alert.receivedAt()))
          .add();
    }
    batch.execute();
  }

  private static void add(PreparedBatch batch, OpenedAlert alert) {
    var event = alert.event();
    var episode = alert.episode();
    batch
        .bind("id", episode.alertId())
        .bind("opened", Rows.utc(episode.openedAt()))
        .bind("integration", episode.key().integration())
        .bind("key", episode.key().dedupKey())
        .bind("source", alert.source())
        .bind("incident", episode.incident().map(IncidentId::value).orElse(null))
        .bind("status", AlertStatus.FIRING.word())
        .bind("raw", event.severityRaw().orElse(null))
        .bind("severity", alert.severity().name())
        .bind("level", alert.severity().level().name())
        .bind("title", event.title())
        .bind("summary", event.summary().orElse(null))
        .bind("labels", Json.write(event.labels()))
        .bind("annotations", Json.write(event.annotations()))
        .bind("links", Json.write(event.links()))
        .bind("starts", Rows.utc(episode.startsAt()))
        .bind("seen", Rows.utc(alert.receivedAt()))
        .add();
  }
}
