package dev.muster.integrations.postgres.run;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.integrations.postgres.Database;
import dev.muster.integrations.postgres.run.GroupRows.Change;
import dev.muster.integrations.postgres.run.GroupRows.Fenced;
import dev.muster.runbooks.engine.port.RunListener;
import dev.muster.runbooks.engine.port.RunStore.Held;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunState.Running;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has runs that only go from step to step share commits: those that come while one is in flight go
 * with the next, which the first of them makes for all. A run that somebody else is at, or that the
 * database refuses, is left to be saved alone, so that none waits for another's trouble.
 * Thread-safe.
 */
final class SharedSaves {

  private static final Logger log = LoggerFactory.getLogger(SharedSaves.class);
  private static final int AT_ONCE = 64;

  private final Database database;
  private final RunListener listener;
  private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
  private final Lock turn = new ReentrantLock();

  SharedSaves(Database database, RunListener listener) {
    this.database = database;
    this.listener = listener;
  }

  /** Whether nothing comes of it but that the run goes on. */
  static boolean fits(Held held, Run next) {
    return held.run().state() instanceof Running && next.state() instanceof Running;
  }

  /**
   * Answers after the commit; empty if it was not kept, and is to be saved alone.
   *
   * @throws StoreUnavailable when the database is away
   */
  Optional<Held> save(Held held, Run next) {
    var mine = new Waiting(Change.of(held, next));
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.isOver) {
        commit(group());
      }
    } finally {
      turn.unlock();
    }
    return mine.kept();
  }

  private List<Waiting> group() {
    var group = new ArrayList<Waiting>();
    for (var next = waiting.poll(); next != null; next = waiting.poll()) {
      group.add(next);
      if (group.size() == AT_ONCE) {
        break;
      }
    }
    return group;
  }

  private void commit(List<Waiting> group) {
    try {
      var kept = database.inTransaction(() -> keep(group));
      group.forEach(one -> one.kept = Optional.ofNullable(kept.get(one.change.fenced())));
    } catch (StoreUnavailable away) {
      group.forEach(one -> one.away = away.isContended() ? null : away);
    } catch (RuntimeException e) {
      log.atWarn().setCause(e).addKeyValue("group", group.size()).log("Saved one by one");
    } finally {
      group.forEach(one -> one.isOver = true);
    }
  }

  private Map<Fenced, Held> keep(List<Waiting> group) {
    var changes = group.stream().map(one -> one.change).toList();
    var wishes = database.with(handle -> GroupRows.save(handle, changes));
    var kept = new HashMap<Fenced, Held>();
    for (var change : changes) {
      var wish = wishes.get(change.fenced());
      if (wish != null) {
        var next = change.next().wishing(wish);
        listener.changed(Optional.of(change.held().run()), next);
        kept.put(change.fenced(), new Held(next, change.held().fence()));
      }
    }
    return kept;
  }

  /** Only whose turn it is touches it, but for its owner afterwards. */
  private static final class Waiting {

    private final Change change;
    private boolean isOver;
    private Optional<Held> kept = Optional.empty();
    private @Nullable StoreUnavailable away;

    Waiting(Change change) {
      this.change = change;
    }

    Optional<Held> kept() {
      var thrown = away;
      if (thrown != null) {
        throw thrown;
      }
      return kept;
    }
  }
}
