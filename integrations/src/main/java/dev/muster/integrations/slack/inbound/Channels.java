package dev.muster.integrations.slack.inbound;

import java.util.Optional;

/** The channels of the configuration as it is now. Thread-safe. */
public interface Channels {

  /** Our name of a channel by Slack's id; empty for one that the configuration does not have. */
  Optional<String> name(String id);

  /** Where something goes that was asked for outside of our channels. */
  String usual();
}
