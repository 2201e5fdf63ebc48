package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.PostRef;
import java.util.Optional;

/**
 * Threads of Slack by one name: a message's time alone is unique in its channel only, and the
 * channel may be none of the configuration's.
 */
public final class Threads {

  private Threads() {}

  static String name(String channel, String root) {
    return channel + "/" + root;
  }

  /** A channel that is one thread from its first message to its last. */
  static String whole(String channel) {
    return name(channel, "");
  }

  /** The root of a thread that has such a name. */
  public static Optional<PostRef> root(String name) {
    var slash = name.indexOf('/');
    return slash > 0
        ? Optional.of(new PostRef("slack", name.substring(0, slash), name.substring(slash + 1)))
        : Optional.empty();
  }
}
