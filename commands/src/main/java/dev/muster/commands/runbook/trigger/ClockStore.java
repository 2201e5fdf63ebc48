package dev.muster.commands.runbook.trigger;

import dev.muster.runbooks.run.RunId;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** When the clock starts which runbook next. Each call belongs to the running transaction. */
public interface ClockStore {

  /** One schedule, which nobody else looks after until the transaction ends. */
  Optional<Standing> lock(Key key);

  /** As it stands from now on; who paused it stays. */
  void put(Standing standing);

  /** Those that are not among these are gone from now on. */
  void keep(Collection<Key> configured, Instant now);

  List<Standing> all();

  /** When the next one is due; empty where none is. */
  Optional<Instant> next();

  /** Has all schedules of a runbook rest; answers how many did not yet. */
  int pause(String runbook, Who by, Instant at);

  /** Has them go on; answers how many rested. */
  int resume(String runbook);

  /** A schedule of a runbook, by what it says. */
  record Key(String runbook, String schedule) {}

  /** Who has it rest. */
  record Pause(Who by, Instant at) {}

  /**
   * How it stands.
   *
   * @param next absent: it has ended
   * @param isGone whether it was not configured lately
   */
  record Standing(
      Key key,
      Optional<Instant> next,
      Optional<Instant> last,
      Optional<RunId> lastRun,
      Optional<Pause> pause,
      boolean isGone) {

    static Standing begin(Key key, Optional<Instant> next) {
      return new Standing(key, next, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    Standing at(Optional<Instant> other) {
      return new Standing(key, other, last, lastRun, pause, false);
    }

    Standing ticked(Instant now, Optional<RunId> run, Optional<Instant> following) {
      return new Standing(key, following, Optional.of(now), run, pause, false);
    }
  }
}
