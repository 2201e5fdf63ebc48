package dev.muster.commands.runbook;

import dev.muster.runbooks.run.RunId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Runs that somebody was shown and has not said yes to yet: the yes of a button counts once, for
 * the person, the runbook and the inputs that were shown. Thread-safe; joins the caller's
 * transaction.
 */
public interface Offers {

  /** Keeps one and answers what its buttons say. */
  String make(Offer offer);

  /** One that was made, and nobody else can take until the transaction ends. */
  Optional<Offer> lock(String id);

  /** It was taken; empty where it was declined. */
  void close(String id, Optional<RunId> run, Instant at);

  /**
   * What was shown.
   *
   * @param person to whom, by id
   * @param hash of the runbook's text as it was then
   * @param inputs as they were typed
   * @param closed when it was taken or declined
   */
  record Offer(
      String person,
      String runbook,
      String hash,
      Map<String, String> inputs,
      Instant until,
      Optional<Closed> closed) {

    public Offer {
      inputs = Map.copyOf(inputs);
    }
  }

  /** What became of an offer; without a run it was declined. */
  record Closed(Instant at, Optional<RunId> run) {}
}
