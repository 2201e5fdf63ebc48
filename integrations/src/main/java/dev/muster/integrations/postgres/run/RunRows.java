package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Columns;
import dev.muster.integrations.postgres.Rows;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Ended;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.Steps;
import dev.muster.runbooks.run.Wish;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Runs as rows. */
final class RunRows {

  private static final String READ =
      """
      select id, fence, wish, origin, course, (
          select coalesce(json_agg(record), '[]') from run_step where run_id = run.id
        ) as steps
      from run where id = :id
      """;

  private RunRows() {}

  static Optional<Held> find(Handle handle, RunId id) {
    return handle
        .createQuery(READ)
        .bind("id", id.value())
        .map((row, _) -> new Held(run(row), row.getLong("fence")))
        .findOne();
  }

  /**
   * Nobody else changes it until the transaction ends. In two statements: one that had to wait for
   * the lock would see the steps as they were before it.
   */
  static Optional<Held> lock(Handle handle, RunId id) {
    lockBelow(handle, id);
    handle
        .createQuery("select id from run where id = :id for update")
        .bind("id", id.value())
        .mapTo(Long.class)
        .findOne();
    return find(handle, id);
  }

  /**
   * First those that it waits for, the deepest of all first: in that order the end of a run wakes
   * the one above it.
   */
  private static void lockBelow(Handle handle, RunId id) {
    handle
        .createQuery(
            """
            with recursive below as (
              select id from run where parent = :id and state <> 'ended'
              union all
              select run.id from run join below on run.parent = below.id where state <> 'ended'
            )
            select id from run where id in (select id from below) order by id desc for update
            """)
        .bind("id", id.value())
        .mapTo(Long.class)
        .list();
  }

  static Run run(ResultSet row) throws SQLException {
    var going = RunJson.going(row.getString("course"));
    var wish = Optional.ofNullable(RunJson.wish(row.getString("wish")));
    return new Run(
        new RunId(row.getLong("id")),
        RunJson.origin(row.getString("origin")),
        going.state(),
        going.course().wishing(wish),
        Steps.of(RunJson.steps(row.getString("steps"))));
  }

  static void insert(Handle handle, Run run) {
    var origin = run.origin();
    bindGoing(
            handle
                .createUpdate(
                    """
                    insert into run (id, runbook, title, definition, requester, requester_name,
                        requested_at, dry, incident_id, parent, key, state, standing, phase,
                        fence, origin, course)
                    values (:id, :runbook, :title, :definition, :requester, :name, :at, :dry,
                        :incident, :parent, :key, :state, :standing, :phase, 0,
                        cast(:origin as jsonb), cast(:course as jsonb))
                    """)
                .bind("runbook", origin.runbook().name())
                .bind("title", origin.runbook().title())
                .bind("definition", origin.runbook().hash())
                .bind("requester", origin.requester().id())
                .bind("name", origin.requester().name())
                .bind("at", Rows.utc(origin.at()))
                .bind("dry", origin.isDry())
                .bind("incident", origin.place().flatMap(place -> place.incident()).orElse(null))
                .bind("parent", origin.parent().map(it -> it.run().value()).orElse(null))
                .bind("key", origin.key().orElse(null))
                .bind("origin", RunJson.write(origin)),
            run)
        .execute();
  }

  /**
   * Writes what became of a run that is held, and answers what somebody wishes of it then; nothing
   * when somebody else has it. One statement, and so one round trip.
   *
   * @param raise by how much the fence goes up
   */
  static Optional<Optional<Wish>> save(Handle handle, Held held, Run next, int raise, Instant now) {
    var changed = new Columns<>(next.steps().changedSince(held.run().steps()));
    return bindGoing(
            handle
                .createQuery(
                    """
                    with held as (
                      update run set state = :state, standing = :standing, phase = :phase,
                          ended_at = :ended, course = cast(:course as jsonb),
                          fence = fence + :raise,
                          attention_since = case
                            when :state <> 'needs-attention' then null
                            when state = :state then attention_since
                            else cast(:now as timestamptz)
                          end,
                          wish = case
                            when :state = 'ended' or wish = cast(:seen as jsonb) then null
                            else wish
                          end
                      where id = :id and fence = :fence returning id, wish
                    ), steps as (
                      insert into run_step (run_id, path, record)
                      select held.id, changed.path, cast(changed.record as jsonb)
                      from held, unnest(:paths, :records) as changed (path, record)
                      on conflict (run_id, path) do update set record = excluded.record
                      returning 1
                    )
                    select wish, (select count(*) from steps) as steps from held
                    """)
                .bind("ended", ended(next).map(Rows::utc).orElse(null))
                .bind("raise", raise)
                .bind("now", Rows.utc(now))
                .bind("seen", seen(held, next).orElse(null))
                .bind("fence", held.fence())
                .bind("paths", changed.texts(step -> step.path().toString()))
                .bind("records", changed.texts(RunRows::json)),
            next)
        .map((row, _) -> Optional.ofNullable(RunJson.wish(row.getString("wish"))))
        .findOne();
  }

  /** The wish that the worker saw to, which is no more. */
  static Optional<String> seen(Held held, Run next) {
    return held.run()
        .course()
        .wish()
        .filter(_ -> next.course().wish().isEmpty())
        .map(RunJson::write);
  }

  static void wish(Handle handle, RunId id, Optional<Wish> wish) {
    handle
        .createUpdate("update run set wish = cast(:wish as jsonb) where id = :id")
        .bind("id", id.value())
        .bind("wish", wish.map(RunJson::write).orElse(null))
        .execute();
  }

  static List<RunId> interrupted(Handle handle, List<Long> ids) {
    return handle
        .createQuery(
            """
            select id from run
            where id = any(:ids) and wish is not null and wish->>'what' like 'CANCEL%'
            """)
        .bind("ids", ids.toArray(Long[]::new))
        .mapTo(Long.class)
        .map(RunId::new)
        .list();
  }

  static List<RunId> lost(Handle handle, Map<RunId, Long> held) {
    var all = List.copyOf(held.entrySet());
    return handle
        .createQuery(
            """
            select run.id from run
            join unnest(:ids, :fences) as held (id, fence) on held.id = run.id
            where run.fence > held.fence
            """)
        .bind("ids", all.stream().map(one -> one.getKey().value()).toArray(Long[]::new))
        .bind("fences", all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .mapTo(Long.class)
        .map(RunId::new)
        .list();
  }

  private static Optional<Instant> ended(Run run) {
    return run.state() instanceof Ended(var at) ? Optional.of(at) : Optional.empty();
  }

  private static String json(StepRecord step) {
    return RunJson.write(step);
  }

  private static <S extends SqlStatement<S>> S bindGoing(S statement, Run run) {
    return statement
        .bind("id", run.id().value())
        .bind("state", run.state().word())
        .bind("standing", standing(run))
        .bind("phase", run.course().phase().word())
        .bind("course", course(run));
  }

  static String standing(Run run) {
    return run.course().verdict().standing().name();
  }

  static String course(Run run) {
    var course = run.course().wishing(Optional.empty());
    return RunJson.write(new RunJson.Going(run.state(), course));
  }
}
