package dev.muster.integrations.slack.blocks;

import com.slack.api.model.block.LayoutBlock;
import java.util.List;

/**
 * A message in Slack's words.
 *
 * @param text what notifications and screen readers get, escaped, never blank, short enough for an
 *     edit too
 */
public record SlackMessage(String text, List<LayoutBlock> blocks) {

  public SlackMessage {
    blocks = List.copyOf(blocks);
  }
}
