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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nothing is silenced, and nothing can be. */
final class NoSilences implements SilenceStore {

  @Override
  public void lock() {}

  @Override
  public List<Silence> active() {
    return List.of();
  }

  @Override
  public Page<Silence> past(PageRequest page) {
    return new Page<>(List.of(), Optional.empty());
  }

  @Override
  public Optional<Silence> find(SilenceId id) {
    return Optional.empty();
  }

  @Override
  public Map<SilenceId, Long> held() {
    return Map.of();
  }

  @Override
  public Silence begin(Matchers matchers, String reason, Change change, Instant endsAt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void prolong(Silence silence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void end(Silence silence) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<IncidentId> notedIn(SilenceId id) {
    return List.of();
  }
}
