package dev.muster.integrations.slack.blocks;

import com.slack.api.model.block.LayoutBlock;
import dev.muster.commands.chat.Block;
import dev.muster.commands.chat.Message;
import dev.muster.commands.people.PersonId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Renders neutral messages as blocks that Slack takes, whatever stands in them: what is too long is
 * cut and says so, what is too much ends with how much more there is. Immutable.
 *
 * @param zone whose wall clock stands where a client cannot show the reader's own
 * @param users Slack's ids of people; whoever has none stands with their name
 * @param names what slash commands are called
 */
public record BlockKit(
    ZoneId zone, Function<PersonId, Optional<String>> users, CommandNames names) {

  private static final int MOST_IN_MESSAGE = 50;
  private static final int MOST_IN_VIEW = 100;
  private static final int MOST_IN_TOPIC = 250;

  /** Where nobody is known in Slack. */
  public BlockKit(ZoneId zone) {
    this(zone, _ -> Optional.empty());
  }

  /** Where slash commands are called as everywhere else. */
  public BlockKit(ZoneId zone, Function<PersonId, Optional<String>> users) {
    this(zone, users, CommandNames.USUAL);
  }

  /** For posts, replies, edits, ephemeral answers and response URLs. */
  public SlackMessage message(Message message) {
    return new SlackMessage(fallback(message), blocks(message.blocks(), MOST_IN_MESSAGE));
  }

  /** For a modal or the Home tab. */
  public List<LayoutBlock> view(Message message) {
    return blocks(message.blocks(), MOST_IN_VIEW);
  }

  /** A line that Slack reads as text and takes for a channel's topic. */
  public static String topic(String text) {
    return Texts.escapedUpTo(MOST_IN_TOPIC, Texts.line(text));
  }

  private List<LayoutBlock> blocks(List<Block> blocks, int most) {
    var layout = new Layout(new Lines(zone, users, names));
    blocks.forEach(layout::add);
    return layout.atMost(most);
  }

  private String fallback(Message message) {
    var text = names.shown(message.fallback().strip());
    return Texts.escapedUpTo(Texts.FALLBACK, text.isEmpty() ? "Muster" : text);
  }
}
