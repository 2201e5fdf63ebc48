package dev.muster.integrations.slack.inbound;

import dev.muster.commands.chat.CommandTable;
import dev.muster.commands.chat.Router;
import dev.muster.commands.chat.late.LateRequests;
import java.util.Arrays;
import java.util.List;

/**
 * What can be asked for.
 *
 * @param looking answers what nobody asked for and we show by ourselves: the same rights hold, and
 *     it stands in no audit log
 * @param posts brings a post that shows an old state to the present one
 * @param late remembers what takes longer than Slack waits
 */
public record Orders(
    CommandTable table, Router router, Router looking, Posts posts, LateRequests late) {

  /** The posts of incidents in Slack. */
  @FunctionalInterface
  public interface Posts {
    /** Does nothing where no incident's post is. Blocking. */
    void refresh(String channel, String message);
  }

  /** The words of a command, without the slash and the root command. */
  static List<String> words(String text) {
    return Arrays.asList(text.replaceFirst("^/(?:muster\\s+)?", "").split("\\s+", -1));
  }
}
