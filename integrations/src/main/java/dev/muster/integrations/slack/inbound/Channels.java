package dev.muster.integrations.slack.inbound;

import java.util.Optional;

/** The channels of the configuration as it is now. Thread-safe. */
public interface Channels {

  /** Our name of a channel by Slack's id; empty for one that the configuration does not have. */
  Optional<String> name(String id);

  /** Whether an incident has the channel for itself: what is said there is about that. */
  default boolean isOwn(String id) {
    return false;
  }

  /** Where something goes that was asked for outside of our channels. */
  String usual();
}
