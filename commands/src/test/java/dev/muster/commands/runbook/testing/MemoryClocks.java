package dev.muster.commands.runbook.testing;

import dev.muster.commands.runbook.trigger.ClockStore;
import dev.muster.runbooks.run.Who;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Schedules in memory. For one thread. */
public final class MemoryClocks implements ClockStore {

  private final Map<String, Standing> rows = new TreeMap<>();

  @Override
  public Optional<Standing> lock(Key key) {
    return Optional.ofNullable(rows.get(key.toString()));
  }

  @Override
  public void put(Standing standing) {
    rows.put(standing.key().toString(), standing);
  }

  @Override
  public void keep(Collection<Key> configured, Instant now) {
    rows.replaceAll((_, it) ->
        new Standing(
            it.key(),
            it.next(),
            it.last(),
            it.lastRun(),
            it.pause(),
            !configured.contains(it.key())));
  }

  @Override
  public List<Standing> all() {
    return rows.values().stream().filter(it -> !it.isGone()).toList();
  }

  @Override
  public Optional<Instant> next() {
    return all().stream().flatMap(it -> it.next().stream()).min(Instant::compareTo);
  }

  @Override
  public int pause(String runbook, Who by, Instant at) {
    return change(runbook, Optional.of(new Pause(by, at)));
  }

  @Override
  public int resume(String runbook) {
    return change(runbook, Optional.empty());
  }

  private int change(String runbook, Optional<Pause> pause) {
    var changed =
        all().stream()
            .filter(it -> it.key().runbook().equals(runbook))
            .filter(it -> it.pause().isPresent() != pause.isPresent())
            .toList();
    changed.forEach(
        it -> put(new Standing(it.key(), it.next(), it.last(), it.lastRun(), pause, false)));
    return changed.size();
  }
}
