package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.RunLists;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Verdict.Standing;
import dev.muster.runbooks.run.Who;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Lists of runs from PostgreSQL. Thread-safe. */
public final class PostgresRunLists implements RunLists {

  private static final String HOME = Homes.of("run.incident_id");

  private static final String COLUMNS =
      """
      select id, runbook, title, requester, requester_name, requested_at, dry, state, standing,
          coalesce(%s, incident_id) as incident, parent, ended_at
      from run
      """
          .formatted(HOME);

  /** Of it and of all that has gone into it; of one that has gone into another, of the other. */
  private static final String OF_INCIDENT =
      """
      where incident_id in (
        select incident.id from incident, (select %s as id) home
        where incident.id = home.id or incident.merged_into = home.id
        union select :whose)
      """
          .formatted(Homes.of(":whose"));

  private static final String OPEN_OF_RUNBOOK = "where runbook = :whose and state <> 'ended' ";

  /** Each with the step that its state names. */
  private static final String WAITING =
      """
      select id, wish, origin, course, (
          select coalesce(json_agg(record), '[]') from run_step
          where run_id = run.id and path = run.course -> 'state' ->> 'step'
        ) as steps
      from run where id = any(:ids) and state <> 'ended'
      """;

  private final Database database;

  public PostgresRunLists(Database database) {
    this.database = database;
  }

  @Override
  public List<Line> list(Which which, Optional<RunId> before, int limit) {
    var sql =
        COLUMNS + "where %s and id < :before order by id desc limit :limit".formatted(sql(which));
    return database.with(handle ->
        handle
            .createQuery(sql)
            .bind("before", before.map(RunId::value).orElse(Long.MAX_VALUE))
            .bind("limit", limit)
            .map((row, _) -> line(row))
            .list());
  }

  @Override
  public List<Line> list(Fits fits, Optional<RunId> before, int limit) {
    var sql = new StringBuilder(COLUMNS).append("where id < :before");
    fits.stage().ifPresent(stage -> sql.append(" and ").append(sql(stage)));
    fits.runbook().ifPresent(_ -> sql.append(" and runbook = :runbook"));
    sql.append(" order by id desc limit :limit");
    return database.with(handle -> {
      var query =
          handle
              .createQuery(sql.toString())
              .bind("before", before.map(RunId::value).orElse(Long.MAX_VALUE))
              .bind("limit", limit);
      fits.runbook().ifPresent(runbook -> query.bind("runbook", runbook));
      return query.map((row, _) -> line(row)).list();
    });
  }

  /** From name to name along the index, however many runs each has. */
  @Override
  public List<String> runbooks(int most) {
    return database.with(handle ->
        handle
            .createQuery(
                """
                with recursive known as (
                  (select runbook from run order by runbook limit 1)
                  union all
                  select (
                    select runbook from run where run.runbook > known.runbook
                    order by runbook limit 1)
                  from known where known.runbook is not null
                )
                select runbook from known where runbook is not null limit :most
                """)
            .bind("most", most)
            .mapTo(String.class)
            .list());
  }

  /** Those that steps of a run have started, the earliest first. */
  public List<RunId> startedBy(RunId run) {
    return database.with(handle ->
        handle
            .createQuery("select id from run where parent = :run order by id")
            .bind("run", run.value())
            .mapTo(Long.class)
            .map(RunId::new)
            .list());
  }

  @Override
  public Set<RunId> kept(Collection<RunId> runs) {
    var ids = runs.stream().map(RunId::value).toArray(Long[]::new);
    return ids.length == 0
        ? Set.of()
        : database.with(handle ->
            handle
                .createQuery("select id from run where id = any(:ids)")
                .bind("ids", ids)
                .mapTo(Long.class)
                .map(RunId::new)
                .set());
  }

  @Override
  public List<Run> where(Collection<RunId> runs) {
    var ids = runs.stream().map(RunId::value).toList();
    return ids.isEmpty()
        ? List.of()
        : database.with(handle ->
            handle
                .createQuery(WAITING)
                .bind("ids", ids.toArray(Long[]::new))
                .map((row, _) -> RunRows.run(row))
                .list());
  }

  private static String sql(Stage stage) {
    return switch (stage) {
      case QUEUED -> "state <> 'ended' and state = 'queued'";
      case RUNNING -> "state <> 'ended' and state in ('running', 'sleeping', 'nesting')";
      case WAITING -> "state <> 'ended' and state = 'asking'";
      case PAUSED -> "state <> 'ended' and state = 'paused'";
      case NEEDS_ATTENTION -> "state <> 'ended' and state = 'needs-attention'";
      case SUCCEEDED -> "state = 'ended' and standing = 'GOOD'";
      case FAILED -> "state = 'ended' and standing = 'FAILED'";
      case CANCELLED -> "state = 'ended' and standing = 'CANCELLED'";
    };
  }

  @Override
  public Optional<Long> incidentOf(RunId run) {
    var sql = "select coalesce(%s, incident_id) from run where id = :id".formatted(HOME);
    return database.with(
        handle -> handle.createQuery(sql).bind("id", run.value()).mapTo(Long.class).findOne());
  }

  @Override
  public List<Line> of(long incident, int limit) {
    return newest(OF_INCIDENT, incident, limit);
  }

  @Override
  public List<Line> openOf(long incident, int limit) {
    var isSeen = "(parent is null or state in ('asking', 'needs-attention'))";
    return newest(OF_INCIDENT + "and state <> 'ended' and " + isSeen, incident, limit);
  }

  @Override
  public List<Line> openOf(String runbook, int limit) {
    return newest(OPEN_OF_RUNBOOK + "and parent is null and not dry", runbook, limit);
  }

  @Override
  public List<Line> allOpenOf(String runbook, int limit) {
    return newest(OPEN_OF_RUNBOOK, runbook, limit);
  }

  private List<Line> newest(String which, Object whose, int limit) {
    return database.with(handle ->
        handle
            .createQuery(COLUMNS + which + " order by id desc limit :limit")
            .bind("whose", whose)
            .bind("limit", limit)
            .map((row, _) -> line(row))
            .list());
  }

  @Override
  public Map<String, Long> open() {
    return database.with(PostgresRunLists::open);
  }

  /** The same with a connection at hand. */
  public static Map<String, Long> open(Handle handle) {
    var open = new TreeMap<String, Long>();
    handle
        .createQuery(
            "select state, count(*) as runs from run where state <> 'ended' group by state")
        .map((row, _) -> Map.entry(row.getString("state"), row.getLong("runs")))
        .forEach(entry -> open.put(entry.getKey(), entry.getValue()));
    return open;
  }

  private static String sql(Which which) {
    return switch (which) {
      case ALL -> "true";
      case RUNNING -> "state <> 'ended' and state in ('running', 'sleeping', 'nesting')";
      case WAITING -> "state <> 'ended' and state not in ('running', 'sleeping', 'nesting')";
      case ENDED -> "state = 'ended'";
    };
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new RunId(row.getLong("id")),
        row.getString("runbook"),
        row.getString("title"),
        new Who(row.getString("requester"), row.getString("requester_name")),
        Rows.instant(row, "requested_at"),
        row.getBoolean("dry"),
        row.getString("state"),
        Standing.valueOf(row.getString("standing")),
        Rows.optionalLong(row, "incident"),
        Rows.optionalLong(row, "parent").map(RunId::new),
        Rows.optionalInstant(row, "ended_at"));
  }
}
