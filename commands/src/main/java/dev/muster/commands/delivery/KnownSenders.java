package dev.muster.commands.delivery;

import java.util.Optional;

/** The senders of the configuration of this moment. */
public interface KnownSenders {

  /** By the name of its integration. */
  Optional<Sender> named(String integration);
}
