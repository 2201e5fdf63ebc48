package dev.muster.bot.chat;

import java.time.ZoneId;
import java.util.List;

/**
 * How the built-in chat is set up.
 *
 * @param channels the names of its channels in the order of the configuration, without {@code #}
 * @param zone of those whose own is not known
 * @param isDemo whether people pick who they are; otherwise the chat is closed, since there is no
 *     personal login yet
 */
public record ChatSettings(String team, List<String> channels, ZoneId zone, boolean isDemo) {

  public ChatSettings {
    channels = List.copyOf(channels);
    if (channels.isEmpty()) {
      throw new IllegalArgumentException("the chat needs a channel");
    }
  }
}
