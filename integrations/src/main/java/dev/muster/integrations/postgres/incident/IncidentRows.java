package dev.muster.integrations.postgres.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.AlertTally;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentState;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Incidents as rows. */
public final class IncidentRows {

  private static final String SENDER = "integration:";

  private IncidentRows() {}

  /** Inserts the new ones and brings the others to their next state. */
  public static void write(Handle handle, Collection<Incident> incidents) {
    if (incidents.isEmpty()) {
      return;
    }
    var batch =
        handle.prepareBatch(
            """
            insert into incident (id, version, group_key, channel, title, summary, services, links,
                severity, severity_level, status, opened_at,
                acknowledged_at, acknowledged_by, acknowledged_name,
                resolved_at, resolved_by, resolved_name,
                alert_count, firing_count, truncated_count)
            values (:id, :version, :group, :channel, :title, :summary, :services,
                cast(:links as jsonb), :severity, :level, :status, :opened,
                :ackAt, :ackBy, :ackName, :resolvedAt, :resolvedBy, :resolvedName,
                :alerts, :firing, :truncated)
            on conflict (id) do update set version = excluded.version, title = excluded.title,
                summary = excluded.summary, services = excluded.services, links = excluded.links,
                severity = excluded.severity, severity_level = excluded.severity_level,
                status = excluded.status, acknowledged_at = excluded.acknowledged_at,
                acknowledged_by = excluded.acknowledged_by,
                acknowledged_name = excluded.acknowledged_name,
                resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by,
                resolved_name = excluded.resolved_name, alert_count = excluded.alert_count,
                firing_count = excluded.firing_count, truncated_count = excluded.truncated_count
            """);
    incidents.forEach(incident -> add(batch, incident));
    batch.execute();
  }

  public static Incident read(ResultSet row) throws SQLException {
    return new Incident(
        new IncidentId(row.getLong("id")),
        row.getLong("version"),
        row.getString("group_key"),
        row.getString("channel"),
        new Headline(
            row.getString("title"),
            Rows.optionalText(row, "summary"),
            new HashSet<>(Rows.texts(row, "services")),
            Json.texts(row.getString("links"))),
        new Severity(
            row.getString("severity"), CanonicalSeverity.valueOf(row.getString("severity_level"))),
        Rows.instant(row, "opened_at"),
        state(row),
        new AlertTally(
            row.getInt("alert_count"), row.getInt("firing_count"), row.getInt("truncated_count")));
  }

  static Actor actor(String key, String name) {
    return key.startsWith(SENDER)
        ? new Actor.Sender(name)
        : new Actor.Human(new PersonId(key), name);
  }

  private static void add(PreparedBatch batch, Incident incident) {
    var headline = incident.headline();
    batch
        .bind("id", incident.id().value())
        .bind("version", incident.version())
        .bind("group", incident.groupKey())
        .bind("channel", incident.channel())
        .bind("title", headline.title())
        .bind("summary", headline.summary().orElse(null))
        .bind("services", headline.services().toArray(String[]::new))
        .bind("links", Json.write(headline.links()))
        .bind("severity", incident.severity().name())
        .bind("level", incident.severity().level().name())
        .bind("status", incident.state().status().word())
        .bind("opened", Rows.utc(incident.openedAt()))
        .bind("alerts", incident.alerts().total())
        .bind("firing", incident.alerts().firing())
        .bind("truncated", incident.alerts().truncated());
    bindChange(batch, "ack", incident.state().acknowledged());
    bindChange(batch, "resolved", resolution(incident.state()));
    batch.add();
  }

  private static void bindChange(PreparedBatch batch, String prefix, Optional<Change> change) {
    batch
        .bind(prefix + "At", Rows.utc(change.map(Change::at)))
        .bind(prefix + "By", change.map(done -> done.by().key()).orElse(null))
        .bind(prefix + "Name", change.map(done -> done.by().name()).orElse(null));
  }

  private static Optional<Change> resolution(IncidentState state) {
    return state instanceof IncidentState.Resolved resolved
        ? Optional.of(resolved.change())
        : Optional.empty();
  }

  private static IncidentState state(ResultSet row) throws SQLException {
    var acknowledged = change(row, "acknowledged");
    var resolved = change(row, "resolved");
    if (resolved.isPresent()) {
      return new IncidentState.Resolved(resolved.get(), acknowledged);
    }
    return acknowledged
        .<IncidentState>map(IncidentState.Acknowledged::new)
        .orElseGet(IncidentState.Triggered::new);
  }

  private static Optional<Change> change(ResultSet row, String prefix) throws SQLException {
    var at = Rows.optionalInstant(row, prefix + "_at");
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var actor = actor(row.getString(prefix + "_by"), row.getString(prefix + "_name"));
    return Optional.of(new Change(at.get(), actor));
  }
}
