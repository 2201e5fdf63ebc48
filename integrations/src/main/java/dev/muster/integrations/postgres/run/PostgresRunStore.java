package dev.muster.integrations.postgres.run;

import dev.muster.integrations.postgres.Database;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.RunStore.Saved.Kept;
import dev.muster.runbooks.engine.port.RunStore.Saved.Lost;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.rule.Progress;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Runs in PostgreSQL, with the work that they cause. Thread-safe. */
public final class PostgresRunStore implements RunStore {

  private static final int LANES = 2;

  private final Database database;
  private final RunSchedule schedule;
  private final RunListener listener;
  private final List<SharedSaves> shared;

  public PostgresRunStore(Database database, RunSchedule schedule, RunListener listener) {
    this.database = database;
    this.schedule = schedule;
    this.listener = listener;
    this.shared = Stream.generate(() -> new SharedSaves(database, listener)).limit(LANES).toList();
  }

  @Override
  public RunId nextId() {
    return database.with(handle ->
        new RunId(handle.createQuery("select nextval('run_number')").mapTo(Long.class).one()));
  }

  @Override
  public Added add(Run run, OnBusy onBusy) {
    return database.inTransaction(() -> {
      var holder = database.with(handle -> RunKeys.take(handle, run));
      if (holder.isPresent() && onBusy == OnBusy.REJECT) {
        return new Added.Busy(holder.get());
      }
      var begun = holder.isPresent() ? Run.queue(run.id(), run.origin()) : run;
      insert(begun);
      return new Added.Begun(begun);
    });
  }

  private void insert(Run run) {
    database.with(handle -> {
      RunRows.insert(handle, run);
      return run;
    });
    schedule(run);
    listener.changed(Optional.empty(), run);
  }

  @Override
  public Optional<Run> find(RunId id) {
    return database.with(handle -> RunRows.find(handle, id)).map(Held::run);
  }

  @Override
  public Optional<Held> claim(RunId id) {
    return database.inTransaction(() ->
        database.with(handle -> {
          var raised =
              handle
                  .createUpdate(
                      "update run set fence = fence + 1 where id = :id and state <> 'ended'")
                  .bind("id", id.value())
                  .execute();
          return raised == 0 ? Optional.empty() : RunRows.find(handle, id);
        }));
  }

  @Override
  public Saved save(Held held, Run next, List<Run> begun) {
    return begun.isEmpty() && SharedSaves.fits(held, next)
        ? lane(next)
            .save(held, next)
            .<Saved>map(Kept::new)
            .orElseGet(() -> alone(held, next, begun))
        : alone(held, next, begun);
  }

  /** While one commits, the next is prepared in the other. */
  private SharedSaves lane(Run run) {
    return shared.get((int) (run.id().value() % LANES));
  }

  private Saved alone(Held held, Run next, List<Run> begun) {
    return database.inTransaction(() -> {
      var wish = database.with(handle -> RunRows.save(handle, held, next, 0, schedule.now()));
      if (wish.isEmpty()) {
        return new Lost();
      }
      begun.forEach(child -> add(child, OnBusy.QUEUE));
      var kept = next.wishing(wish.get());
      listener.changed(Optional.of(held.run()), kept);
      afterwards(kept);
      return new Kept(new Held(kept, held.fence()));
    });
  }

  @Override
  public Set<RunId> interrupted(Collection<RunId> runs) {
    var ids = runs.stream().map(RunId::value).toList();
    return ids.isEmpty()
        ? Set.of()
        : new HashSet<>(database.with(handle -> RunRows.interrupted(handle, ids)));
  }

  @Override
  public Set<RunId> lost(Map<RunId, Long> held) {
    return held.isEmpty()
        ? Set.of()
        : new HashSet<>(database.with(handle -> RunRows.lost(handle, held)));
  }

  @Override
  public <T> Optional<T> change(RunId id, Function<Run, Change<T>> rule) {
    return database.inTransaction(() ->
        database
            .with(handle -> RunRows.lock(handle, id))
            .map(held -> {
              var change = rule.apply(held.run());
              change.next().ifPresent(next -> write(held, next));
              return change.answer();
            }));
  }

  private void write(Held held, Run next) {
    var isWish = next.wishing(Optional.empty()).equals(held.run().wishing(Optional.empty()));
    if (isWish) {
      database.with(handle -> {
        RunRows.wish(handle, next.id(), next.course().wish());
        return next;
      });
      listener.changed(Optional.of(held.run()), next);
      return;
    }
    var kept = held.run().isOver() && !next.isOver() ? withKey(next) : next;
    database.with(handle -> RunRows.save(handle, held, kept, 1, schedule.now()));
    schedule(kept);
    listener.changed(Optional.of(held.run()), kept);
    afterwards(kept);
  }

  /** What was over goes on only when it has its key again. */
  private Run withKey(Run run) {
    var holder = database.with(handle -> RunKeys.take(handle, run));
    return holder.isPresent() ? run.waitingForKey(schedule.now()) : run;
  }

  /** Asked for anew also while a worker has the run: it looks when it ends. */
  private void schedule(Run run) {
    run.due(schedule.now()).ifPresent(at -> schedule.at(run.id(), at));
  }

  /** Others may go on when a run is over. */
  private void afterwards(Run run) {
    if (!run.isOver()) {
      return;
    }
    run.origin()
        .key()
        .flatMap(key -> database.with(handle -> RunKeys.giveBack(handle, key, run.id())))
        .ifPresent(next -> change(next, this::admitted));
    run.origin().parent().ifPresent(parent -> change(parent.run(), above -> woken(above, run)));
  }

  private Change<Boolean> admitted(Run run) {
    var admitted = run.admitted(schedule.now());
    database.with(handle -> RunKeys.take(handle, admitted));
    return new Change<>(Optional.of(admitted), true);
  }

  private Change<Boolean> woken(Run above, Run over) {
    var waits = above.state() instanceof Nesting(_, var child) && child.equals(over.id());
    var used = over.course().clock().usedAt(schedule.now());
    return waits
        ? new Change<>(Optional.of(new Progress(schedule.now()).nestedOver(above, used)), true)
        : new Change<>(Optional.empty(), false);
  }
}
