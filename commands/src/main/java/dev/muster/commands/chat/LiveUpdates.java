package dev.muster.commands.chat;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells of messages of the built-in chat that were posted or edited, by any replica. Thread-safe.
 */
public interface LiveUpdates {

  /** Calls the listener, on a thread of the adapter's, until the subscription is closed. */
  Subscription subscribe(Consumer<Update> listener);

  /** Something was committed. */
  sealed interface Update {

    record MessageChanged(String channel, long message, Optional<Long> thread) implements Update {}

    /** Updates may have been missed: look at everything again. */
    record Missed() implements Update {}
  }

  /** Ends when closed. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
