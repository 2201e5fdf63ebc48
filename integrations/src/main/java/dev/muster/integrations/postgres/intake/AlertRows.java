package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.intake.IntakeChanges.OpenedAlert;
import dev.muster.commands.intake.IntakeChanges.RepeatedAlert;
import dev.muster.commands.intake.IntakeChanges.ResolvedAlert;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/** The history of alerts, as rows. */
final class AlertRows {

  private AlertRows() {}

  static void open(Handle handle, Collection<OpenedAlert> alerts) {
    if (alerts.isEmpty()) {
      return;
    }
    var rows = new Columns<>(alerts);
    handle
        .createUpdate(
            """
            insert into alert (id, opened_at, integration, dedup_key, source, incident_id, status,
                severity_raw, severity, severity_level, title, summary, labels, annotations, links,
                starts_at, last_seen_at, count)
            select id, cast(opened_at as timestamptz), integration, dedup_key, source, incident_id,
                :status, severity_raw, severity, severity_level, title, summary,
                cast(labels as jsonb), cast(annotations as jsonb), cast(links as jsonb),
                cast(starts_at as timestamptz), cast(seen_at as timestamptz), 1
            from unnest(:id, :opened, :integration, :key, :source, :incident, :raw, :severity,
                :level, :title, :summary, :labels, :annotations, :links, :starts, :seen)
              as wanted (id, opened_at, integration, dedup_key, source, incident_id, severity_raw,
                severity, severity_level, title, summary, labels, annotations, links, starts_at,
                seen_at)
            """)
        .bind("status", AlertStatus.FIRING.word())
        .bindMap(columns(rows))
        .execute();
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
          .bind("incident", EpisodeRows.incident(alert.episode()))
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

  private static Map<String, Argument> columns(Columns<OpenedAlert> rows) {
    var columns = new HashMap<String, Argument>();
    columns.put("id", rows.longs(alert -> alert.episode().alertId()));
    columns.put("opened", rows.times(alert -> alert.episode().openedAt()));
    columns.put("integration", rows.texts(alert -> alert.episode().key().integration()));
    columns.put("key", rows.texts(alert -> alert.episode().key().dedupKey()));
    columns.put("source", rows.texts(OpenedAlert::source));
    columns.put("incident", rows.longs(alert -> EpisodeRows.incident(alert.episode())));
    columns.put("raw", rows.optionalTexts(alert -> alert.event().severityRaw()));
    columns.put("severity", rows.texts(alert -> alert.severity().name()));
    columns.put("level", rows.texts(alert -> alert.severity().level().name()));
    columns.put("title", rows.texts(alert -> alert.event().title()));
    columns.put("summary", rows.optionalTexts(alert -> alert.event().summary()));
    columns.put("labels", rows.texts(alert -> Json.write(alert.event().labels())));
    columns.put("annotations", rows.texts(alert -> Json.write(alert.event().annotations())));
    columns.put("links", rows.texts(alert -> Json.write(alert.event().links())));
    columns.put("starts", rows.optionalTimes(alert -> alert.episode().startsAt()));
    columns.put("seen", rows.times(OpenedAlert::receivedAt));
    return columns;
  }
}
