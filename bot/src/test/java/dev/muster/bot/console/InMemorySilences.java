package dev.muster.bot.console;

import dev.muster.commands.incident.Change;
import dev.muster.commands.incident.IncidentId;
import dev.muster.commands.silence.Matchers;
import dev.muster.commands.silence.Silence;
import dev.muster.commands.silence.SilenceId;
import dev.muster.commands.silence.SilenceStore;
import dev.muster.commands.store.Page;
import dev.muster.commands.store.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Silences without a database. Thread-safe for one who changes them. */
public final class InMemorySilences implements SilenceStore {

  private final Map<SilenceId, Silence> all = new ConcurrentHashMap<>();
  private final Map<SilenceId, Long> held = new ConcurrentHashMap<>();

  /** From now on one keeps so many alerts quiet. */
  public void hold(long id, long alerts) {
    held.put(new SilenceId(id), alerts);
  }

  @Override
  public void lock() {}

  @Override
  public List<Silence> active() {
    return all.values().stream()
        .filter(silence -> silence.ended().isEmpty())
        .sorted(Comparator.comparing(Silence::endsAt).thenComparing(Silence::id))
        .toList();
  }

  @Override
  public Page<Silence> past(PageRequest page) {
    var past =
        all.values().stream()
            .filter(silence -> silence.ended().isPresent())
            .sorted(Comparator.comparing(Silence::id).reversed())
            .toList();
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
    var silence = new Silence(new SilenceId(all.size() + 1L), matchers, reason, change, endsAt);
    all.put(silence.id(), silence);
    return silence;
  }

  @Override
  public void prolong(Silence silence) {
    all.put(silence.id(), silence);
  }

  @Override
  public void end(Silence silence) {
    held.remove(silence.id());
    all.put(silence.id(), silence);
  }

  @Override
  public List<IncidentId> notedIn(SilenceId id) {
    return List.of();
  }
}
