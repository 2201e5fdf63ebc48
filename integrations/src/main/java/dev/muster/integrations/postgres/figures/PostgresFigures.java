package dev.muster.integrations.postgres.figures;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Counts what is open and what is due; costs as much as there is of that. */
public final class PostgresFigures {

  private final Database database;
  private final InstantSource clock;

  public PostgresFigures(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * What there is at one time.
   *
   * @param openIncidents by severity
   * @param due work that waits although it is due, by its name
   * @param quiet what is silenced; empty where nobody knows
   * @param runs of runbooks; empty where nobody knows
   */
  public record Figures(
      Map<String, Long> openIncidents,
      Map<String, Due> due,
      Optional<Quiet> quiet,
      Optional<RunFigures> runs) {

    public static final Figures NONE =
        new Figures(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Figures {
      openIncidents = Map.copyOf(openIncidents);
      due = Map.copyOf(due);
    }
  }

  /**
   * What is silenced.
   *
   * @param alerts how many alerts that fire are kept quiet
   */
  public record Quiet(long silences, long alerts) {}

  /** How much waits, and how long the oldest has. */
  public record Due(long count, Duration lag) {}

  public Figures read() {
    return database.with(handle ->
        new Figures(
            openIncidents(handle),
            due(handle),
            quiet(handle),
            Optional.of(RunFigures.read(handle, clock.instant()))));
  }

  /** Work that waits although it is due, that of runs too, by its name. */
  public Map<String, Due> due() {
    return database.with(this::due);
  }

  private static Map<String, Long> openIncidents(Handle handle) {
    var found = new HashMap<String, Long>();
    handle
        .createQuery(
            """
            select severity, count(*) as open from incident
            where status <> 'resolved' group by severity
            """)
        .map((row, _) -> Map.entry(row.getString("severity"), row.getLong("open")))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Optional<Quiet> quiet(Handle handle) {
    return handle
        .createQuery(
            """
            select
                (select count(*) from silence where ended_at is null) as silences,
                (select count(*) from episode where silence_id is not null and firing) as alerts
            """)
        .map((row, _) -> new Quiet(row.getLong("silences"), row.getLong("alerts")))
        .findOne();
  }

  private Map<String, Due> due(Handle handle) {
    var now = clock.instant();
    var found = new HashMap<String, Due>();
    handle
        .createQuery(
            """
            select task_name, count(*) as waiting, min(execution_time) as since from (
                select task_name, execution_time from scheduled_tasks
                where not picked and execution_time <= :now
                union all
                select task_name, execution_time from scheduled_run
                where not picked and execution_time <= :now
            ) as due group by task_name
            """)
        .bind("now", Rows.utc(now))
        .map((row, _) -> {
          var lag = Duration.between(Rows.instant(row, "since"), now);
          return Map.entry(row.getString("task_name"), new Due(row.getLong("waiting"), lag));
        })
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }
}
