package dev.muster.integrations.postgres.trigger;

import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.runbook.trigger.AlertStartStore;
import dev.muster.commands.text.Sha256;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Json;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.trigger.AlertFacts;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What alerts started, a row for each runbook and kind of alerts. Thread-safe. */
public final class PostgresAlertStartStore implements AlertStartStore {

  private final Database database;

  public PostgresAlertStartStore(Database database) {
    this.database = database;
  }

  /** A row is there even before the first start: what is not there cannot be locked. */
  @Override
  public Optional<Last> lock(String runbook, String group) {
    var hash = Sha256.hex(group);
    return database.with(handle -> {
      handle
          .createUpdate(
              """
              insert into runbook_start (runbook, group_hash, held_back)
              values (:runbook, :group, 0) on conflict do nothing
              """)
          .bind("runbook", runbook)
          .bind("group", hash)
          .execute();
      return handle
          .createQuery(
              """
              select * from runbook_start
              where runbook = :runbook and group_hash = :group for update
              """)
          .bind("runbook", runbook)
          .bind("group", hash)
          .map((row, _) -> last(row))
          .one();
    });
  }

  private static Optional<Last> last(ResultSet row) throws SQLException {
    var incident = row.getLong("incident_id");
    if (row.wasNull()) {
      return Optional.empty();
    }
    var run = row.getLong("run_id");
    var by = row.wasNull() ? Optional.<RunId>empty() : Optional.of(new RunId(run));
    var start = new Start(new IncidentId(incident), Rows.instant(row, "started_at"), by);
    return Optional.of(new Last(start, row.getLong("held_back")));
  }

  @Override
  public void started(String runbook, String group, Start start) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update runbook_start
                set started_at = :at, incident_id = :incident, run_id = :run, held_back = 0
                where runbook = :runbook and group_hash = :group
                """)
            .bind("at", Rows.utc(start.at()))
            .bind("incident", start.incident().value())
            .bind("run", start.run().map(RunId::value).orElse(null))
            .bind("runbook", runbook)
            .bind("group", Sha256.hex(group))
            .execute());
  }

  @Override
  public void heldBack(String runbook, String group, int times) {
    database.with(handle ->
        handle
            .createUpdate(
                """
                update runbook_start set held_back = held_back + :times
                where runbook = :runbook and group_hash = :group
                """)
            .bind("times", times)
            .bind("runbook", runbook)
            .bind("group", Sha256.hex(group))
            .execute());
  }

  @Override
  public boolean fits(IncidentId incident, String runbook, int rank, AlertFacts alert) {
    return database.with(handle ->
        handle
            .createUpdate(
                """
                insert into incident_runbook (incident_id, runbook, rank, alert)
                values (:incident, :runbook, :rank, cast(:alert as jsonb))
                on conflict do nothing
                """)
            .bind("incident", incident.value())
            .bind("runbook", runbook)
            .bind("rank", rank)
            .bind("alert", Json.write(alert))
            .execute())
        > 0;
  }

  @Override
  public List<String> fitting(IncidentId incident) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select runbook from incident_runbook
                where incident_id = :incident order by rank desc, runbook
                """)
            .bind("incident", incident.value())
            .mapTo(String.class)
            .list());
  }

  @Override
  public Optional<AlertFacts> fitted(IncidentId incident, String runbook) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                select alert from incident_runbook
                where incident_id = :incident and runbook = :runbook
                """)
            .bind("incident", incident.value())
            .bind("runbook", runbook)
            .map((row, _) ->
                Json.read(
                    row.getString("alert").getBytes(StandardCharsets.UTF_8), AlertFacts.class))
            .findOne());
  }
}
