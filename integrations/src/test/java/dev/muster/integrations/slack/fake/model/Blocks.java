package dev.muster.integrations.slack.fake.model;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Slack does with blocks, and where their interactive elements are. */
public final class Blocks {

  /** An element that a person can use, with the block that it is in. */
  public record Used(JsonNode block, JsonNode element) {
    public String blockId() {
      return Json.text(block, "block_id");
    }

    public String actionId() {
      return Json.text(element, "action_id");
    }
  }

  private Blocks() {}

  /** Gives an id to each block and element that the app gave none. */
  public static void nameAll(JsonNode blocks, Ids ids) {
    for (var block : Json.items(blocks)) {
      name(block, "block_id", ids);
      elements(block)
          .forEach(it -> {
            if (!List.of("image", "mrkdwn", "plain_text").contains(Json.text(it, "type"))) {
              name(it, "action_id", ids);
            }
          });
    }
  }

  public static ArrayNode copyNamed(ArrayNode blocks, Ids ids) {
    var copy = blocks.deepCopy();
    nameAll(copy, ids);
    return copy;
  }

  public static List<Used> usable(JsonNode blocks) {
    return Json.items(blocks).stream()
        .flatMap(block -> elements(block).map(it -> new Used(block, it)))
        .filter(it -> it.element().has("action_id"))
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode block) {
    var type = Json.text(block, "type");
    if (type.equals("rich_text")) {
      return Stream.empty();
    }
    var single = Stream.of("accessory", "element").map(block::path).filter(JsonNode::isObject);
    return Stream.concat(single, Json.items(block.path("elements")).stream());
  }

  private static void name(JsonNode node, String member, Ids ids) {
    if (node instanceof ObjectNode object && Json.text(object, member).isEmpty()) {
      object.put(member, ids.next("b"));
    }
  }
}
