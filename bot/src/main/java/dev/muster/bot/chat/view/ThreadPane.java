package dev.muster.bot.chat.view;

import java.util.List;

/** What stands beside the channel. */
public sealed interface ThreadPane {

  String kind();

  record Closed() implements ThreadPane {
    @Override
    public String kind() {
      return "closed";
    }
  }

  /** Nothing is known of the thread that was asked for. */
  record Missing(String asked) implements ThreadPane {
    @Override
    public String kind() {
      return "missing";
    }
  }

  /**
   * A root with its replies.
   *
   * @param earlier how many replies before these are not shown
   */
  record Open(MessageView root, List<MessageView> replies, int earlier) implements ThreadPane {
    @Override
    public String kind() {
      return "open";
    }
  }

  /** What was asked for is found at another address. */
  record Elsewhere(String href) implements ThreadPane {
    @Override
    public String kind() {
      return "elsewhere";
    }
  }
}
