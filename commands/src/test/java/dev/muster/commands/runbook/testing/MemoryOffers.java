package dev.muster.commands.runbook.testing;

import dev.muster.commands.runbook.Offers;
import dev.muster.runbooks.run.RunId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Offers in memory. */
final class MemoryOffers implements Offers {

  private final Map<String, Offer> offers = new HashMap<>();

  @Override
  public String make(Offer offer) {
    var id = "offer" + (offers.size() + 1);
    offers.put(id, offer);
    return id;
  }

  @Override
  public Optional<Offer> lock(String id) {
    return Optional.ofNullable(offers.get(id));
  }

  @Override
  public void close(String id, Optional<RunId> run, Instant at) {
    offers.computeIfPresent(
        id,
        (_, it) ->
            new Offer(
                it.person(),
                it.runbook(),
                it.hash(),
                it.inputs(),
                it.until(),
                Optional.of(new Closed(at, run))));
  }
}
