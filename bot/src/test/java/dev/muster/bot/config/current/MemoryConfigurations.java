package dev.muster.bot.config.current;

import dev.muster.commands.configuration.Accepted;
import dev.muster.commands.configuration.AcceptedConfigurations;
import dev.muster.commands.configuration.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accepted configurations in memory, as several replicas share them. */
final class MemoryConfigurations implements AcceptedConfigurations {

  static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");

  private final List<Accepted> all = new ArrayList<>();

  /** Done once, before the next proposal: somebody was faster. */
  Runnable faster = () -> {};

  @Override
  public Optional<Accepted> latest() {
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  @Override
  public long latestVersion() {
    return all.size();
  }

  @Override
  public boolean wereAccepted(String hash) {
    return all.stream().anyMatch(accepted -> accepted.hash().equals(hash));
  }

  @Override
  public Optional<Accepted> accept(Proposal proposal, long after) {
    var first = faster;
    faster = () -> {};
    first.run();
    if (after != all.size()) {
      return Optional.empty();
    }
    all.add(new Accepted(after + 1, proposal.hash(), proposal.files(), AT, proposal.by()));
    return latest();
  }
}
