package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Columns;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.StepRecord;
import dev.muster.runbooks.run.Wish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Rows of several runs that go on, written by one statement whatever their number. */
final class GroupRows {

  /** What became of a run, as it is written. */
  record Change(Held held, Run next, String course, Optional<String> seen, List<Step> steps) {

    Fenced fenced() {
      return new Fenced(next.id(), held.fence());
    }

    static Change of(Held held, Run next) {
      var steps = next.steps().changedSince(held.run().steps());
      return new Change(
          held,
          next,
          RunRows.course(next),
          RunRows.seen(held, next),
          steps.stream().map(step -> Step.of(held, step)).toList());
    }
  }

  /** A run by who has it: whoever lost it may still be trying beside whoever has it now. */
  record Fenced(RunId run, long fence) {}

  private record Step(RunId run, long fence, String path, String record) {

    static Step of(Held held, StepRecord step) {
      return new Step(held.run().id(), held.fence(), step.path().toString(), RunJson.write(step));
    }
  }

  private GroupRows() {}

  /**
   * Answers what somebody wishes of those that were written. Not written are those that somebody
   * else has, or is at just now: to wait for a lock with others' locks in hand could be for ever.
   */
  static Map<Fenced, Optional<Wish>> save(Handle handle, List<Change> changes) {
    var runs = new Columns<>(changes);
    var steps = new Columns<>(changes.stream().flatMap(change -> change.steps().stream()).toList());
    var wishes = new HashMap<Fenced, Optional<Wish>>();
    handle
        .createQuery(
            """
            with next as (
              select * from unnest(:ids, :fences, :states, :standings, :phases, :courses, :seen)
                as next (id, fence, state, standing, phase, course, seen)
            ), held as (
              select run.id, next.fence from run join next using (id)
              where run.fence = next.fence for no key update of run skip locked
            ), kept as (
              update run set state = next.state, standing = next.standing, phase = next.phase,
                  course = cast(next.course as jsonb),
                  wish = case
                    when run.wish = cast(next.seen as jsonb) then null else run.wish
                  end
              from next join held using (id, fence) where run.id = next.id
              returning run.id, run.fence, run.wish
            ), steps as (
              insert into run_step (run_id, path, record)
              select kept.id, step.path, cast(step.record as jsonb)
              from unnest(:runs, :held, :paths, :records) as step (id, fence, path, record)
                join kept using (id, fence)
              on conflict (run_id, path) do update set record = excluded.record
              returning 1
            )
            select id, fence, wish, (select count(*) from steps) as steps from kept
            """)
        .bind("ids", runs.longs(change -> change.next().id().value()))
        .bind("fences", runs.longs(change -> change.held().fence()))
        .bind("states", runs.texts(change -> change.next().state().word()))
        .bind("standings", runs.texts(change -> RunRows.standing(change.next())))
        .bind("phases", runs.texts(change -> change.next().course().phase().word()))
        .bind("courses", runs.texts(Change::course))
        .bind("seen", runs.optionalTexts(Change::seen))
        .bind("runs", steps.longs(step -> step.run().value()))
        .bind("held", steps.longs(Step::fence))
        .bind("paths", steps.texts(Step::path))
        .bind("records", steps.texts(Step::record))
        .map((row, _) ->
            Map.entry(
                new Fenced(new RunId(row.getLong("id")), row.getLong("fence")),
                Optional.ofNullable(RunJson.wish(row.getString("wish")))))
        .forEach(kept -> wishes.put(kept.getKey(), kept.getValue()));
    return wishes;
  }
}
