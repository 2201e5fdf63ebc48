package dev.muster.integrations.postgres.incident;

import dev.muster.commands.incident.Incident;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.incident.IncidentMerges;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.WorkRows;
import dev.muster.integrations.postgres.run.PostgresRunLists;
import dev.muster.runbooks.engine.port.RunLists.Line;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Merges of incidents in PostgreSQL. They are rare and touch many rows, so they take the lock that
 * keeps every intake out, as the intake itself does for very large commits.
 */
public final class PostgresIncidentMerges implements IncidentMerges {

  /** The same key as in the intake's store. */
  private static final String LOCK_EVERYTHING =
      "select count(pg_advisory_xact_lock(1836413697, 0))";

  /** The one keeps its own too: buttons in its thread name it still. */
  private static final String RUNBOOKS =
      """
      insert into incident_runbook (incident_id, runbook, rank, alert)
      select :into, runbook, rank, alert from incident_runbook where incident_id = :from
      on conflict (incident_id, runbook)
        do update set rank = greatest(incident_runbook.rank, excluded.rank)
      """;

  private final Database database;
  private final WorkRows work;

  public PostgresIncidentMerges(Database database, WorkRows work) {
    this.database = database;
    this.work = work;
  }

  @Override
  public Map<IncidentId, Incident> lock(Collection<IncidentId> ids) {
    return database.with(handle -> {
      handle.createQuery(LOCK_EVERYTHING).mapTo(Long.class).one();
      return handle
          .createQuery("select * from incident where id = any(:ids) order by id for update")
          .bind("ids", ids.stream().map(IncidentId::value).toArray(Long[]::new))
          .map((row, _) -> IncidentRows.read(row))
          .stream()
          .collect(Collectors.toMap(Incident::id, incident -> incident));
    });
  }

  @Override
  public List<Line> runs(IncidentId id, int most) {
    return new PostgresRunLists(database).openOf(id.value(), most);
  }

  @Override
  public void handOver(IncidentId from, IncidentId into) {
    var moved =
        database.with(handle -> {
          for (var sql :
              List.of(
                  """
                  update episode set incident_id = :into
                  from alert where alert.incident_id = :from
                    and episode.integration = alert.integration
                    and episode.dedup_key = alert.dedup_key and episode.incident_id = :from
                  """,
                  """
                  insert into incident_mail (incident_id, version, recipient, occasion)
                  select distinct :into, 1, recipient, 'opened' from incident_mail
                  where incident_id = :from
                  on conflict do nothing
                  """,
                  RUNBOOKS,
                  "update alert set incident_id = :into where incident_id = :from")) {
            handle
                .createUpdate(sql)
                .bind("from", from.value())
                .bind("into", into.value())
                .execute();
          }
          return handle
              .createQuery(
                  """
                  update incident set merged_into = :into, version = version + 1
                  where merged_into = :from
                  returning id
                  """)
              .bind("from", from.value())
              .bind("into", into.value())
              .mapTo(Long.class)
              .list();
        });
    work.refreshPosts(moved.stream().map(IncidentId::new).toList());
  }
}
