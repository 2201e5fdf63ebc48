package dev.muster.integrations.slack.fake.methods;

import dev.muster.integrations.slack.fake.answer.Refused;
import dev.muster.integrations.slack.fake.blocks.BlockRules;
import dev.muster.integrations.slack.fake.blocks.MetadataRule;
import dev.muster.integrations.slack.fake.blocks.Surface;
import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Ids;
import dev.muster.integrations.slack.fake.model.Json;
import dev.muster.integrations.slack.fake.model.Message;
import dev.muster.integrations.slack.fake.strict.Entry;
import dev.muster.integrations.slack.fake.strict.Ledger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a message says out of arguments, by Slack's rules. */
public final class Contents {

  /** Slack cuts what is longer without a word; here it is refused, so that nothing gets lost. */
  public static final int POSTED = 40_000;

  /** The documented limit of chat.update's text. */
  static final int UPDATED = 4_000;

  private final Ids ids;
  private final Ledger ledger;

  public Contents(Ids ids, Ledger ledger) {
    this.ids = ids;
    this.ledger = ledger;
  }

  public Message.Content read(String method, ObjectNode arguments, int most) {
    var text = Json.text(arguments, "text");
    if (text.codePointCount(0, text.length()) > most) {
      throw Refused.because("msg_too_long");
    }
    var blocks = blocksOf(arguments.path("blocks"));
    if (text.isBlank() && blocks.isEmpty() && arguments.path("attachments").isEmpty()) {
      throw Refused.because("no_text");
    }
    if (text.isBlank()) {
      ledger.add(Entry.oddity(method, "blocks without text: a lock screen shows nothing"));
    }
    return new Message.Content(text, blocks, metadataOf(arguments.path("metadata")));
  }

  private ArrayNode blocksOf(JsonNode blocks) {
    if (blocks.isMissingNode() || blocks.isNull()) {
      return Json.array();
    }
    if (!(blocks instanceof ArrayNode array)) {
      throw Refused.because("invalid_blocks_format");
    }
    var problems = BlockRules.problemsOf(blocks, Surface.MESSAGE);
    if (!problems.isEmpty()) {
      throw Refused.because("invalid_blocks", problems);
    }
    return Blocks.copyNamed(array, ids);
  }

  private static ObjectNode metadataOf(JsonNode metadata) {
    if (metadata.isMissingNode() || metadata.isNull()) {
      return Json.object();
    }
    MetadataRule.errorOf(metadata)
        .ifPresent(it -> {
          throw Refused.because(it);
        });
    return (ObjectNode) metadata;
  }
}
