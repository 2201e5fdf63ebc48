package dev.muster.runbooks.testing;

import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.engine.port.RunStore.Saved.Kept;
import dev.muster.runbooks.engine.port.RunStore.Saved.Lost;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.RunState.Nesting;
import dev.muster.runbooks.run.RunState.Queued;
import dev.muster.runbooks.run.Wish;
import dev.muster.runbooks.run.rule.Progress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs in memory; it can be told to break at its n-th write, before or after that is kept. */
public final class MemoryRuns implements RunStore {

  /** What a process is when it is gone. */
  public static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Row(Run run, long fence) {}

  private final InstantSource clock;
  private final TreeMap<RunId, Row> rows = new TreeMap<>();
  private final Map<String, RunId> keys = new HashMap<>();
  private long lastId;
  private int writes;
  private int breaksAt = -1;
  private boolean breaksAfter;
  private int doesAt = -1;
  private Runnable does = () -> {};

  public MemoryRuns(InstantSource clock) {
    this.clock = clock;
  }

  /** Counted from 1; what is written then is kept or not. */
  public synchronized void breakAt(int write, boolean isKept) {
    breaksAt = writes + write;
    breaksAfter = isKept;
  }

  /** Has somebody do this just before the n-th write from now on, counted from 1. */
  public synchronized void atWrite(int write, Runnable doing) {
    doesAt = writes + write;
    does = doing;
  }

  public synchronized List<Run> all() {
    return rows.values().stream().map(Row::run).toList();
  }

  public synchronized int writes() {
    return writes;
  }

  public synchronized Run get(RunId id) {
    return rows.get(id).run();
  }

  public synchronized List<RunId> due() {
    var now = clock.instant();
    return rows.values().stream()
        .map(Row::run)
        .filter(run ->
            (run.course().wish().isPresent() && !(run.state() instanceof Nesting))
                || run.due(now).filter(at -> !at.isAfter(now)).isPresent())
        .map(Run::id)
        .toList();
  }

  @Override
  public synchronized RunId nextId() {
    lastId++;
    return new RunId(lastId);
  }

  @Override
  public synchronized Added add(Run run, OnBusy onBusy) {
    var holder = holder(run);
    if (holder.isPresent() && onBusy == OnBusy.REJECT) {
      return new Added.Busy(holder.get());
    }
    return new Added.Begun(put(run));
  }

  @Override
  public synchronized Optional<Run> find(RunId id) {
    return Optional.ofNullable(rows.get(id)).map(Row::run);
  }

  @Override
  public synchronized Optional<Held> claim(RunId id) {
    var row = rows.get(id);
    if (row == null || row.run().isOver()) {
      return Optional.empty();
    }
    rows.put(id, new Row(row.run(), row.fence() + 1));
    return Optional.of(new Held(row.run(), row.fence() + 1));
  }

  @Override
  public synchronized Saved save(Held held, Run next, List<Run> begun) {
    var row = rows.get(next.id());
    if (row.fence() != held.fence()) {
      return new Lost();
    }
    writes++;
    if (writes == doesAt) {
      does.run();
      row = rows.get(next.id());
    }
    if (writes == breaksAt && !breaksAfter) {
      throw new Crash();
    }
    var wish = row.run().course().wish();
    var seenTo = held.run().course().wish().isPresent() && next.course().wish().isEmpty();
    var isSettled = next.isOver() || (seenTo && wish.equals(held.run().course().wish()));
    var left = isSettled ? Optional.<Wish>empty() : wish;
    var kept = next.wishing(left);
    rows.put(kept.id(), new Row(kept, held.fence()));
    begun.forEach(this::put);
    aftermath(kept);
    if (writes == breaksAt) {
      throw new Crash();
    }
    return new Kept(new Held(kept, held.fence()));
  }

  @Override
  public synchronized Set<RunId> interrupted(Collection<RunId> runs) {
    return runs.stream()
        .filter(id -> rows.get(id).run().course().wish().filter(Wish::interrupts).isPresent())
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized Set<RunId> lost(Map<RunId, Long> held) {
    return held.entrySet().stream()
        .filter(one -> rows.get(one.getKey()).fence() > one.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  @Override
  public synchronized <T> Optional<T> change(RunId id, Function<Run, Change<T>> rule) {
    var row = rows.get(id);
    if (row == null) {
      return Optional.empty();
    }
    var change = rule.apply(row.run());
    change
        .next()
        .ifPresent(next -> {
          var isWish = next.wishing(Optional.empty()).equals(row.run().wishing(Optional.empty()));
          var kept =
              row.run().isOver() && !next.isOver() && holder(next).isPresent()
                  ? next.waitingForKey(clock.instant())
                  : next;
          take(kept);
          rows.put(id, new Row(kept, isWish ? row.fence() : row.fence() + 1));
          aftermath(kept);
        });
    return Optional.of(change.answer());
  }

  private Run put(Run run) {
    var kept = holder(run).isPresent() ? Run.queue(run.id(), run.origin()) : run;
    take(kept);
    rows.put(kept.id(), new Row(kept, 0));
    return kept;
  }

  private Optional<RunId> holder(Run run) {
    return run.needsKey()
        ? run.origin().key().map(keys::get).filter(holder -> !holder.equals(run.id()))
        : Optional.empty();
  }

  private void take(Run run) {
    if (run.needsKey() && !(run.state() instanceof Queued)) {
      keys.put(run.origin().key().orElseThrow(), run.id());
    }
  }

  private void aftermath(Run run) {
    if (!run.isOver()) {
      return;
    }
    run.origin().key().filter(key -> run.id().equals(keys.get(key))).ifPresent(this::giveOn);
    run.origin()
        .parent()
        .ifPresent(parent -> {
          var row = rows.get(parent.run());
          if (row.run().state() instanceof Nesting(_, var child) && child.equals(run.id())) {
            var used = run.course().clock().usedAt(clock.instant());
            var awake = new Progress(clock.instant()).nestedOver(row.run(), used);
            rows.put(parent.run(), new Row(awake, row.fence() + 1));
          }
        });
  }

  private void giveOn(String key) {
    keys.remove(key);
    for (var row : new ArrayList<>(rows.values())) {
      var run = row.run();
      if (run.state() instanceof Queued && run.origin().key().filter(key::equals).isPresent()) {
        keys.put(key, run.id());
        rows.put(run.id(), new Row(run.admitted(clock.instant()), row.fence() + 1));
        return;
      }
    }
  }
}
