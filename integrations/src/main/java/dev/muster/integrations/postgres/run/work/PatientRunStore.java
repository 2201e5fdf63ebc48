package dev.muster.integrations.postgres.run.work;

import dev.muster.commands.store.StoreUnavailable;
import dev.muster.runbooks.engine.port.RunStore;
import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs for a worker whose database may be away for a while: what a step came to is known here and
 * nowhere else, and is kept as soon as it can be. To write the same twice does no harm, and whoever
 * has the run by then is not disturbed.
 *
 * @param pause between tries
 */
public record PatientRunStore(RunStore store, Duration pause, int tries) implements RunStore {

  private static final Logger log = LoggerFactory.getLogger(PatientRunStore.class);

  @Override
  public Saved save(Held held, Run next, List<Run> begun) {
    for (var left = tries; begun.isEmpty() && left > 1; left--) {
      try {
        return store.save(held, next, begun);
      } catch (StoreUnavailable away) {
        log.atWarn()
            .addKeyValue("run", next.id())
            .addKeyValue("reason", away.reason())
            .log("What became of a run cannot be kept yet");
        rest();
      }
    }
    return store.save(held, next, begun);
  }

  private void rest() {
    try {
      var _ = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Muster stops", e);
    }
  }

  @Override
  public RunId nextId() {
    return store.nextId();
  }

  @Override
  public Added add(Run run, OnBusy onBusy) {
    return store.add(run, onBusy);
  }

  @Override
  public Optional<Run> find(RunId id) {
    return store.find(id);
  }

  @Override
  public Optional<Held> claim(RunId id) {
    return store.claim(id);
  }

  /** A step that is being done goes on while nobody can say that it should not. */
  @Override
  public Set<RunId> interrupted(Collection<RunId> runs) {
    try {
      return store.interrupted(runs);
    } catch (StoreUnavailable away) {
      return Set.of();
    }
  }

  @Override
  public Set<RunId> lost(Map<RunId, Long> held) {
    try {
      return store.lost(held);
    } catch (StoreUnavailable away) {
      return Set.of();
    }
  }

  @Override
  public <T> Optional<T> change(RunId id, Function<Run, Change<T>> rule) {
    return store.change(id, rule);
  }
}
