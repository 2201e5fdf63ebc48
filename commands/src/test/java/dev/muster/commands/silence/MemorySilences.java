package dev.muster.commands.silence;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Silences without a database. Thread-safe for one who changes them. */
public final class MemorySilences implements SilenceStore {

  private final Map<SilenceId, Silence> all = new ConcurrentHashMap<>();
  private final Map<SilenceId, Long> held = new ConcurrentHashMap<>();
  private volatile boolean isLocked;

  /** From now on one keeps so many alerts quiet. */
  public void hold(long id, long alerts) {
    held.put(new SilenceId(id), alerts);
  }

  public Silence get(long id) {
    return find(new SilenceId(id)).orElseThrow();
  }

  @Override
  public void lock() {
    isLocked = true;
  }

  @Override
  public List<Silence> active() {
    return all.values().stream()
        .filter(silence -> silence.ended().isEmpty())
        .sorted(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id))
        .toList();
  }

  @Override
  public Page<Silence> past(PageRequest page) {
    var past = new ArrayList<>(all.values());
    past.removeIf(silence -> silence.ended().isEmpty());
    past.sort(Comparator.comparing(Silence::id).reversed());
    return new Page<>(past, Optional.empty());
  }

  @Override
  public Optional<Silence> find(SilenceId id) {
    return Optional.ofNullable(all.get(id));
  }

  @Override
  public Map<SilenceId, Long> held() {
    return held;
  }

  @Override
  public Silence begin(Matchers matchers, String reason, Change change, Instant endsAt) {
    var id = new SilenceId(all.size() + 1L);
    return put(new Silence(id, matchers, reason, change, endsAt));
  }

  @Override
  public void prolong(Silence silence) {
    put(silence);
  }

  @Override
  public void end(Silence silence) {
    held.remove(silence.id());
    put(silence);
  }

  @Override
  public List<IncidentId> notedIn(SilenceId id) {
    return List.of();
  }

  private Silence put(Silence silence) {
    if (!isLocked) {
      throw new IllegalStateException("somebody else may change silences now");
    }
    all.put(silence.id(), silence);
    return silence;
  }
}
