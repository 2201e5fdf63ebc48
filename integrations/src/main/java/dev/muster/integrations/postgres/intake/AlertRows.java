package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.Severity;
import dev.muster.commands.intake.Episode;
import dev.muster.commands.intake.IntakeChanges.OpenedAlert;
import dev.muster.commands.intake.IntakeChanges.RepeatedAlert;
import dev.muster.commands.intake.IntakeChanges.ResolvedAlert;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Write;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.argument.Argument;

/** The history of alerts, as rows. */
final class AlertRows {

  private AlertRows() {}

  static Write open(Collection<OpenedAlert> alerts) {
    return new Write(
        """
        insert into alert (id, opened_at, integration, dedup_key, source, incident_id, status,
            severity_raw, severity, severity_level, title, summary, labels, annotations, links,
            starts_at, last_seen_at, count)
        select id, cast(opened_at as timestamptz), integration, dedup_key, source, incident_id,
            'firing', severity_raw, severity, severity_level, title, summary,
            cast(labels as jsonb), cast(annotations as jsonb), cast(links as jsonb),
            cast(starts_at as timestamptz), cast(seen_at as timestamptz), 1
        from unnest(:alertId, :alertOpened, :alertIntegration, :alertKey, :alertSource, :alertIncident, :alertRaw, :alertSeverity,
            :alertLevel, :alertTitle, :alertSummary, :alertLabels, :alertAnnotations, :alertLinks, :alertStarts, :alertSeen)
          as wanted (id, opened_at, integration, dedup_key, source, incident_id, severity_raw,
            severity, severity_level, title, summary, labels, annotations, links, starts_at,
            seen_at)
        """,
        columns(new Columns<>(alerts)));
  }

  static Write repeat(Collection<RepeatedAlert> alerts) {
    var rows = new Columns<>(alerts);
    return new Write(
        """
        update alert set last_seen_at = greatest(last_seen_at, cast(seen_at as timestamptz)),
            count = count + times, incident_id = wanted.incident_id,
            severity = coalesce(wanted.severity, alert.severity),
            severity_level = coalesce(wanted.severity_level, alert.severity_level)
        from unnest(:repeatedOpened, :repeatedId, :repeatedIncident, :repeatedSeen, :repeatedTimes,
            :repeatedSeverity, :repeatedLevel)
          as wanted (opened_at, id, incident_id, seen_at, times, severity, severity_level)
        where alert.opened_at = cast(wanted.opened_at as timestamptz) and alert.id = wanted.id
        """,
        Map.of(
            "repeatedOpened", rows.times(alert -> alert.episode().openedAt()),
            "repeatedId", rows.longs(alert -> alert.episode().alertId()),
            "repeatedIncident", rows.longs(alert -> EpisodeRows.incident(alert.episode())),
            "repeatedSeen", rows.times(RepeatedAlert::lastSeenAt),
            "repeatedTimes", rows.ints(RepeatedAlert::times),
            "repeatedSeverity", rows.optionalTexts(alert -> alert.raisedTo().map(Severity::name)),
            "repeatedLevel",
                rows.optionalTexts(alert -> alert.raisedTo().map(worse -> worse.level().name()))));
  }

  static Write resolve(Collection<ResolvedAlert> alerts) {
    var rows = new Columns<>(alerts);
    return new Write(
        """
        update alert set status = 'resolved', ends_at = cast(wanted.ends_at as timestamptz),
            last_seen_at = greatest(last_seen_at, cast(seen_at as timestamptz))
        from unnest(:resolvedOpened, :resolvedId, :resolvedEnds, :resolvedSeen)
          as wanted (opened_at, id, ends_at, seen_at)
        where alert.opened_at = cast(wanted.opened_at as timestamptz) and alert.id = wanted.id
        """,
        Map.of(
            "resolvedOpened", rows.times(alert -> alert.episode().openedAt()),
            "resolvedId", rows.longs(alert -> alert.episode().alertId()),
            "resolvedEnds", rows.times(ResolvedAlert::endsAt),
            "resolvedSeen", rows.times(ResolvedAlert::receivedAt)));
  }

  /** What keeps them quiet. Of what is over it stays as it was: it kept that quiet to its end. */
  static Write hold(Collection<Episode> episodes) {
    var rows = new Columns<>(episodes.stream().filter(Episode::firing).toList());
    return new Write(
        """
        update alert set silence_id = wanted.silence_id
        from unnest(:silencedOpened, :silencedId, :silencedBy) as wanted (opened_at, id, silence_id)
        where alert.opened_at = cast(wanted.opened_at as timestamptz) and alert.id = wanted.id
        """,
        Map.of(
            "silencedOpened", rows.times(Episode::openedAt),
            "silencedId", rows.longs(Episode::alertId),
            "silencedBy", rows.longs(EpisodeRows::silence)));
  }

  private static Map<String, Argument> columns(Columns<OpenedAlert> rows) {
    var columns = new HashMap<String, Argument>();
    columns.put("alertId", rows.longs(alert -> alert.episode().alertId()));
    columns.put("alertOpened", rows.times(alert -> alert.episode().openedAt()));
    columns.put("alertIntegration", rows.texts(alert -> alert.episode().key().integration()));
    columns.put("alertKey", rows.texts(alert -> alert.episode().key().dedupKey()));
    columns.put("alertSource", rows.texts(OpenedAlert::source));
    columns.put("alertIncident", rows.longs(alert -> EpisodeRows.incident(alert.episode())));
    columns.put("alertRaw", rows.optionalTexts(alert -> alert.event().severityRaw()));
    columns.put("alertSeverity", rows.texts(alert -> alert.severity().name()));
    columns.put("alertLevel", rows.texts(alert -> alert.severity().level().name()));
    columns.put("alertTitle", rows.texts(alert -> alert.event().title()));
    columns.put("alertSummary", rows.optionalTexts(alert -> alert.event().summary()));
    columns.put("alertLabels", rows.texts(alert -> Json.write(alert.event().labels())));
    columns.put("alertAnnotations", rows.texts(alert -> Json.write(alert.event().annotations())));
    columns.put("alertLinks", rows.texts(alert -> Json.write(alert.event().links())));
    columns.put("alertStarts", rows.optionalTimes(alert -> alert.episode().startsAt()));
    columns.put("alertSeen", rows.times(OpenedAlert::receivedAt));
    return columns;
  }
}
