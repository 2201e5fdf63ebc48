package dev.muster.commands.chat.once;

import java.time.Duration;
import java.time.Instant;

/** What was asked for lately. Joins the running transaction. */
public interface DoneRequests {

  /** How long anything is known: longer than any platform brings it again. */
  Duration KEPT = Duration.ofDays(1);

  /**
   * Notes a request; false when it is known already. Of two at once one waits for the other's
   * transaction. What is too old is forgotten by the way.
   *
   * @param at when it was asked for
   * @param apart so much later it is another request
   */
  boolean add(String id, Instant at, Duration apart);

  /** As if it had not been asked for. */
  void forget(String id);
}
