package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.intake.AlertKey;
import dev.muster.commands.intake.Episode;
import dev.muster.commands.intake.Episode.Hold;
import dev.muster.commands.silence.SilenceId;
import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Rows;
import dev.muster.integrations.postgres.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest episode of each alert, as rows. */
final class EpisodeRows {

  private EpisodeRows() {}

  /**
   * All of it.
   *
   * @param titles of those that begin; the others keep theirs
   */
  static Write write(Collection<Episode> episodes, Map<AlertKey, String> titles) {
    var rows = new Columns<>(episodes);
    return new Write(
        """
        insert into episode
            (integration, dedup_key, alert_id, opened_at, starts_at, firing, incident_id,
             ended_at, severity_level, title)
        select integration, dedup_key, alert_id, cast(opened_at as timestamptz),
            cast(starts_at as timestamptz), firing, incident_id,
            cast(ended_at as timestamptz), severity_level, title
        from unnest(:episodeIntegration, :episodeKey, :episodeAlert, :episodeOpened,
            :episodeStarts, :episodeFiring, :episodeIncident, :episodeEnded, :episodeSeverity,
            :episodeTitle)
          as wanted (integration, dedup_key, alert_id, opened_at, starts_at, firing, incident_id,
            ended_at, severity_level, title)
        on conflict (integration, dedup_key) do update set alert_id = excluded.alert_id,
            opened_at = excluded.opened_at, starts_at = excluded.starts_at,
            firing = excluded.firing, incident_id = excluded.incident_id,
            ended_at = excluded.ended_at,
            severity_level = excluded.severity_level,
            title = coalesce(excluded.title, episode.title)
        """,
        Map.of(
            "episodeIntegration", rows.texts(episode -> episode.key().integration()),
            "episodeKey", rows.texts(episode -> episode.key().dedupKey()),
            "episodeAlert", rows.longs(Episode::alertId),
            "episodeOpened", rows.times(Episode::openedAt),
            "episodeStarts", rows.optionalTimes(Episode::startsAt),
            "episodeFiring", rows.booleans(Episode::firing),
            "episodeIncident", rows.longs(EpisodeRows::incident),
            "episodeEnded", rows.optionalTimes(Episode::endedAt),
            "episodeSeverity",
                rows.optionalTexts(episode -> episode.severity().map(CanonicalSeverity::name)),
            "episodeTitle",
                rows.optionalTexts(episode -> Optional.ofNullable(titles.get(episode.key())))));
  }

  /** What keeps some of them quiet: apart from the others, so that it costs them nothing. */
  static Write hold(Collection<Episode> episodes) {
    var rows = new Columns<>(episodes);
    return new Write(
        """
        update episode set silence_id = wanted.silence_id, sender_group = wanted.sender_group
        from unnest(:heldIntegration, :heldKey, :heldSilence, :heldGroup)
          as wanted (integration, dedup_key, silence_id, sender_group)
        where episode.integration = wanted.integration and episode.dedup_key = wanted.dedup_key
        """,
        Map.of(
            "heldIntegration", rows.texts(episode -> episode.key().integration()),
            "heldKey", rows.texts(episode -> episode.key().dedupKey()),
            "heldSilence", rows.longs(EpisodeRows::silence),
            "heldGroup", rows.optionalTexts(episode -> episode.hold().flatMap(Hold::senderGroup))));
  }

  /** Absent where none keeps it quiet. */
  static @Nullable Long silence(Episode episode) {
    return episode.hold().map(hold -> hold.silence().value()).orElse(null);
  }

  /** Absent where the alert only is kept. */
  static @Nullable Long incident(Episode episode) {
    return episode.incident().map(IncidentId::value).orElse(null);
  }

  /**
   * A replica of the release before V8 leaves the end and the severity of an earlier episode where
   * they are: an end that cannot be this episode's betrays that, and neither is believed then.
   */
  static Episode read(ResultSet row) throws SQLException {
    var openedAt = Rows.instant(row, "opened_at");
    var firing = row.getBoolean("firing");
    var endedAt = Rows.optionalInstant(row, "ended_at");
    var isStale = endedAt.filter(end -> firing || end.isBefore(openedAt)).isPresent();
    return new Episode(
        new AlertKey(row.getString("integration"), row.getString("dedup_key")),
        row.getLong("alert_id"),
        openedAt,
        Rows.optionalInstant(row, "starts_at"),
        firing,
        Rows.optionalLong(row, "incident_id").map(IncidentId::new),
        endedAt.filter(_ -> !isStale),
        Rows.optionalText(row, "severity_level")
            .filter(_ -> !isStale)
            .map(CanonicalSeverity::valueOf),
        hold(row));
  }

  private static Optional<Hold> hold(ResultSet row) throws SQLException {
    var silence = Rows.optionalLong(row, "silence_id");
    return silence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Hold(new SilenceId(silence.get()), Rows.optionalText(row, "sender_group")));
  }
}
