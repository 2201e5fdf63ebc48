package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The blocks of one surface. docs.slack.dev/reference/block-kit/blocks */
public final class BlockRules {

  private final Surface surface;
  private final Problems problems;

  private BlockRules(Surface surface, Problems problems) {
    this.surface = surface;
    this.problems = problems;
  }

  public static List<String> problemsOf(JsonNode blocks, Surface surface) {
    var problems = new Problems();
    check(blocks, surface, "/blocks", problems);
    return problems.found();
  }

  static void check(JsonNode blocks, Surface surface, String pointer, Problems problems) {
    if (problems.counts(blocks, 0, surface.most(), pointer)) {
      var rules = new BlockRules(surface, problems);
      for (int i = 0; i < blocks.size(); i++) {
        rules.checkBlock(blocks.get(i), pointer + "/" + i);
      }
    }
  }

  private void checkBlock(JsonNode block, String pointer) {
    if (!block.isObject()) {
      problems.add("must provide an object", pointer);
      return;
    }
    problems.limits(block, "block_id", 255, pointer);
    var id = Json.text(block, "block_id");
    if (!id.isEmpty() && !problems.isNewBlock(id)) {
      problems.add("`block_id` already exists: " + id, pointer + "/block_id");
    }
    checkActionIds(block, pointer);
    checkByType(block, Json.text(block, "type"), pointer);
  }

  /** Unique in their block only: two rows of a list may have the same buttons. */
  private void checkActionIds(JsonNode block, String pointer) {
    var seen = new HashSet<String>();
    for (var used : Blocks.usable(Json.array().add(block))) {
      if (!seen.add(used.actionId())) {
        problems.add("`action_id` already exists: " + used.actionId(), pointer);
      }
    }
  }

  private void checkByType(JsonNode block, String type, String pointer) {
    switch (type) {
      case "section" -> SectionRule.check(block, pointer, problems);
      case "header" -> {
        problems.allows(block, Set.of("type", "block_id", "text", "level"), pointer);
        TextRule.plain(150).checkRequired(block, "text", pointer, problems);
      }
      case "divider" -> problems.allows(block, Set.of("type", "block_id"), pointer);
      case "image" -> ImageRule.check(block, pointer, problems);
      case "context" -> checkContext(block, pointer);
      case "actions" -> checkActions(block, pointer);
      case "input" -> checkInput(block, pointer);
      case "rich_text" -> problems.requires(block, "elements", pointer);
      case "" -> problems.add("missing required field: type", pointer);
      default -> problems.add("unsupported type: " + type, pointer + "/type");
    }
  }

  private void checkInput(JsonNode block, String pointer) {
    if (surface.takesInput()) {
      InputRule.check(block, pointer, problems);
    } else {
      problems.add("unsupported type: input", pointer + "/type");
    }
  }

  private void checkContext(JsonNode block, String pointer) {
    problems.allows(block, Set.of("type", "block_id", "elements"), pointer);
    var elements = block.path("elements");
    if (problems.counts(elements, 1, 10, pointer + "/elements")) {
      for (int i = 0; i < elements.size(); i++) {
        var at = pointer + "/elements/" + i;
        if (Json.text(elements.get(i), "type").equals("image")) {
          ImageRule.check(elements.get(i), at, problems);
        } else {
          TextRule.BODY.check(elements.get(i), at, problems);
        }
      }
    }
  }

  private void checkActions(JsonNode block, String pointer) {
    problems.allows(block, Set.of("type", "block_id", "elements"), pointer);
    var elements = block.path("elements");
    if (problems.counts(elements, 1, 25, pointer + "/elements")) {
      for (int i = 0; i < elements.size(); i++) {
        var at = pointer + "/elements/" + i;
        var type = Json.text(elements.get(i), "type");
        if (ElementRule.FIELDS.contains(type) || type.equals("image")) {
          problems.add("unsupported type: " + type, at + "/type");
        } else {
          ElementRule.check(elements.get(i), at, problems);
        }
      }
    }
  }
}
