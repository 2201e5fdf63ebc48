package dev.muster.runbooks.engine.port;

import dev.muster.runbooks.language.Concurrency.OnBusy;
import dev.muster.runbooks.run.Run;
import dev.muster.runbooks.run.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps runs. Each call is one transaction, or part of the caller's. In the same one it schedules
 * what is due, gives a key to the next run when one is over, and wakes the run that waits for it.
 * Thread-safe.
 */
public interface RunStore {

  /** A number that no run has. */
  RunId nextId();

  /** Begins a run. */
  Added add(Run run, OnBusy onBusy);

  Optional<Run> find(RunId id);

  /** Takes a run that is not over: whoever had it can write nothing any more. */
  Optional<Held> claim(RunId id);

  /**
   * Keeps what became of a run, but not what somebody wished meanwhile: that is answered.
   *
   * @param begun runs that it started
   */
  Saved save(Held held, Run next, List<Run> begun);

  /** Those of these runs of which somebody wishes something that interrupts. */
  Set<RunId> interrupted(Collection<RunId> runs);

  /** Those of these runs, by the fence that somebody has them with, that somebody else has now. */
  Set<RunId> lost(Map<RunId, Long> held);

  /** Has a person change a run, while nobody else can. Empty: there is none. */
  <T> Optional<T> change(RunId id, Function<Run, Change<T>> rule);

  /**
   * A run that this worker has.
   *
   * @param fence goes up with each claim and each change by people
   */
  record Held(Run run, long fence) {}

  /** What comes of adding a run. */
  sealed interface Added {
    record Begun(Run run) implements Added {}

    /** Another run has its key, and it was not to wait. */
    record Busy(RunId holder) implements Added {}
  }

  /** What comes of saving. */
  sealed interface Saved {

    /** With what people wish of it by now. */
    record Kept(Held held) implements Saved {}

    /** Somebody else has it; nothing was kept. */
    record Lost() implements Saved {}
  }

  /**
   * What a person's doing comes to.
   *
   * @param next as the run is then; empty where it stays as it is
   */
  record Change<T>(Optional<Run> next, T answer) {}
}
