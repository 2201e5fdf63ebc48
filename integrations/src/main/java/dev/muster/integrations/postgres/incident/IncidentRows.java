package dev.muster.integrations.postgres.incident;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.incident.Actor;
import dev.muster.commands.incident.AlertTally;
import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.Headline;
import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.people.PersonId;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;

/** Incidents as rows. */
public final class IncidentRows {

  private static final String SEPARATOR = "\u001f";
  private static final Actor MUSTER = new Actor.Muster();
  private static final String SENDER = "integration:";

  private IncidentRows() {}

  /** Inserts the new ones and brings the others to their next state. */
  public static Write write(Collection<Incident> incidents) {
    return new Write(
        """
        insert into incident (id, version, group_key, channel, route, title, summary, services, links,
            severity, severity_level, status, opened_at,
            acknowledged_at, acknowledged_by, acknowledged_name,
            resolved_at, resolved_by, resolved_name,
            alert_count, firing_count, truncated_count)
        select id, version, group_key, channel, route, title, summary,
            string_to_array(services, chr(31)), cast(links as jsonb),
            severity, severity_level, status, cast(opened_at as timestamptz),
            cast(acknowledged_at as timestamptz), acknowledged_by, acknowledged_name,
            cast(resolved_at as timestamptz), resolved_by, resolved_name,
            alert_count, firing_count, truncated_count
        from unnest(:incidentId, :incidentVersion, :incidentGroup, :incidentChannel, :incidentRoute, :incidentTitle, :incidentSummary, :incidentServices, :incidentLinks,
            :incidentSeverity, :incidentLevel, :incidentStatus, :incidentOpened, :ackAt, :ackBy, :ackName,
            :resolvedAt, :resolvedBy, :resolvedName, :incidentAlerts, :incidentFiring, :incidentTruncated)
          as wanted (id, version, group_key, channel, route, title, summary, services, links,
            severity, severity_level, status, opened_at,
            acknowledged_at, acknowledged_by, acknowledged_name,
            resolved_at, resolved_by, resolved_name,
            alert_count, firing_count, truncated_count)
        on conflict (id) do update set version = excluded.version, title = excluded.title,
            summary = excluded.summary, services = excluded.services, links = excluded.links,
            severity = excluded.severity, severity_level = excluded.severity_level,
            status = excluded.status, acknowledged_at = excluded.acknowledged_at,
            acknowledged_by = excluded.acknowledged_by,
            acknowledged_name = excluded.acknowledged_name,
            resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by,
            resolved_name = excluded.resolved_name, alert_count = excluded.alert_count,
            firing_count = excluded.firing_count, truncated_count = excluded.truncated_count
        """,
        columns(new Columns<>(incidents)));
  }

  /** Brings those to their next state of which only the alerts' numbers are others. */
  public static Write tally(Collection<Incident> incidents) {
    var rows = new Columns<>(incidents);
    return new Write(
        """
        update incident set version = wanted.version, alert_count = wanted.alert_count,
            firing_count = wanted.firing_count, truncated_count = wanted.truncated_count
        from unnest(:talliedId, :talliedVersion, :talliedAlerts, :talliedFiring, :talliedTruncated)
          as wanted (id, version, alert_count, firing_count, truncated_count)
        where incident.id = wanted.id
        """,
        Map.of(
            "talliedId", rows.longs(incident -> incident.id().value()),
            "talliedVersion", rows.longs(Incident::version),
            "talliedAlerts", rows.ints(incident -> incident.alerts().total()),
            "talliedFiring", rows.ints(incident -> incident.alerts().firing()),
            "talliedTruncated", rows.ints(incident -> incident.alerts().truncated())));
  }

  /** Brings those to their next version of which nothing else is another: no post shows it. */
  static Write noted(Collection<IncidentId> incidents) {
    return new Write(
        "update incident set version = version + 1 where id = any(:notedIds)",
        Map.of("notedIds", new Columns<>(incidents).longs(IncidentId::value)));
  }

  /**
   * Brings what only people change to its next state: apart from the others, so that they cost the
   * intake nothing.
   */
  public static Write details(Collection<Incident> incidents) {
    var rows = new Columns<>(incidents);
    var columns = new HashMap<String, Argument>();
    columns.put("detailedId", rows.longs(incident -> incident.id().value()));
    columns.put("details", rows.texts(incident -> DetailRows.write(incident.details())));
    columns.put(
        "mergedInto",
        rows.longs(incident ->
            StateRows.mergedInto(incident.state()).map(IncidentId::value).orElse(null)));
    change(columns, "mitigated", rows, incident -> incident.state().mitigated());
    return new Write(
        """
        update incident set details = cast(wanted.details as jsonb),
            merged_into = wanted.merged_into,
            mitigated_at = cast(wanted.mitigated_at as timestamptz),
            mitigated_by = wanted.mitigated_by, mitigated_name = wanted.mitigated_name
        from unnest(:detailedId, :details, :mergedInto, :mitigatedAt, :mitigatedBy, :mitigatedName)
          as wanted (id, details, merged_into, mitigated_at, mitigated_by, mitigated_name)
        where incident.id = wanted.id
        """,
        columns);
  }

  public static Incident read(ResultSet row) throws SQLException {
    return new Incident(
        new IncidentId(row.getLong("id")),
        row.getLong("version"),
        row.getString("group_key"),
        row.getString("channel"),
        Rows.optionalText(row, "route"),
        new Headline(
            row.getString("title"),
            Rows.optionalText(row, "summary"),
            new HashSet<>(Rows.texts(row, "services")),
            Json.texts(row.getString("links"))),
        new Severity(
            row.getString("severity"), CanonicalSeverity.valueOf(row.getString("severity_level"))),
        Rows.instant(row, "opened_at"),
        StateRows.read(row),
        new AlertTally(
            row.getInt("alert_count"), row.getInt("firing_count"), row.getInt("truncated_count")),
        DetailRows.read(row.getString("details")));
  }

  /** As their key says it. */
  public static Actor actor(String key, String name) {
    if (key.equals(MUSTER.key())) {
      return MUSTER;
    }
    return key.startsWith(SENDER)
        ? new Actor.Sender(name)
        : new Actor.Human(new PersonId(key), name);
  }

  private static Map<String, Argument> columns(Columns<Incident> rows) {
    var columns = new HashMap<String, Argument>();
    columns.put("incidentId", rows.longs(incident -> incident.id().value()));
    columns.put("incidentVersion", rows.longs(Incident::version));
    columns.put("incidentGroup", rows.texts(Incident::groupKey));
    columns.put("incidentChannel", rows.texts(Incident::channel));
    columns.put("incidentRoute", rows.optionalTexts(Incident::route));
    columns.put("incidentTitle", rows.texts(incident -> incident.headline().title()));
    columns.put("incidentSummary", rows.optionalTexts(incident -> incident.headline().summary()));
    columns.put("incidentServices", rows.texts(IncidentRows::services));
    columns.put("incidentLinks", rows.texts(incident -> Json.write(incident.headline().links())));
    columns.put("incidentSeverity", rows.texts(incident -> incident.severity().name()));
    columns.put("incidentLevel", rows.texts(incident -> incident.severity().level().name()));
    columns.put("incidentStatus", rows.texts(incident -> incident.state().status().word()));
    columns.put("incidentOpened", rows.times(Incident::openedAt));
    columns.put("incidentAlerts", rows.ints(incident -> incident.alerts().total()));
    columns.put("incidentFiring", rows.ints(incident -> incident.alerts().firing()));
    columns.put("incidentTruncated", rows.ints(incident -> incident.alerts().truncated()));
    change(columns, "ack", rows, incident -> incident.state().acknowledged());
    change(columns, "resolved", rows, incident -> StateRows.end(incident.state()));
    return columns;
  }

  private static void change(
      Map<String, Argument> columns,
      String prefix,
      Columns<Incident> rows,
      Function<Incident, Optional<Change>> change) {
    columns.put(prefix + "At", rows.optionalTimes(row -> change.apply(row).map(Change::at)));
    columns.put(
        prefix + "By", rows.optionalTexts(row -> change.apply(row).map(done -> done.by().key())));
    columns.put(
        prefix + "Name",
        rows.optionalTexts(row -> change.apply(row).map(done -> done.by().name())));
  }

  private static String services(Incident incident) {
    return String.join(SEPARATOR, incident.headline().services());
  }
}
