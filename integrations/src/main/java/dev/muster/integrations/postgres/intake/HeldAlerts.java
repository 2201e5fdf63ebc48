package dev.muster.integrations.postgres.intake;

import dev.muster.commands.alert.AlertEvent;
import dev.muster.commands.alert.AlertStatus;
import dev.muster.commands.alert.CanonicalSeverity;
import dev.muster.commands.alert.Integration;
import dev.muster.commands.alert.Severity;
import dev.muster.commands.intake.HeldAlert;
import dev.muster.commands.silence.SilenceId;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The alerts that silences hold, as their senders told of them. */
record HeldAlerts(Database database) {

  List<HeldAlert> by(SilenceId silence, int most) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select alert.*, episode.sender_group from episode
                join alert on alert.opened_at = episode.opened_at and alert.id = episode.alert_id
                where episode.silence_id = :silence and episode.firing
                order by alert.opened_at, alert.id limit :most
                """)
            .bind("silence", silence.value())
            .bind("most", most)
            .map((row, _) -> read(row))
            .list());
  }

  private static HeldAlert read(ResultSet row) throws SQLException {
    var integration = row.getString("integration");
    return new HeldAlert(
        new Integration(integration, row.getString("source"), Optional.empty()),
        Rows.optionalText(row, "sender_group"),
        event(row),
        new Severity(
            row.getString("severity"), CanonicalSeverity.valueOf(row.getString("severity_level"))));
  }

  private static AlertEvent event(ResultSet row) throws SQLException {
    return new AlertEvent(
        row.getString("dedup_key"),
        AlertStatus.FIRING,
        Rows.optionalText(row, "severity_raw"),
        row.getString("title"),
        Rows.optionalText(row, "summary"),
        Json.texts(row.getString("labels")),
        Json.texts(row.getString("annotations")),
        Json.texts(row.getString("links")),
        Rows.optionalInstant(row, "starts_at"),
        Optional.empty());
  }
}
