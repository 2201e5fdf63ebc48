package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Sections. docs.slack.dev/reference/block-kit/blocks/section-block */
final class SectionRule {

  private static final TextRule FIELD = new TextRule(2000, false);

  private SectionRule() {}

  static void check(JsonNode block, String pointer, Problems problems) {
    problems.allows(
        block, Set.of("type", "block_id", "text", "fields", "accessory", "expand"), pointer);
    if (!block.has("text") && !block.has("fields")) {
      problems.add("missing required field: text", pointer);
    }
    TextRule.BODY.checkMember(block, "text", pointer, problems);
    if (block.has("fields")) {
      checkFields(block.get("fields"), pointer + "/fields", problems);
    }
    if (block.has("accessory")) {
      checkAccessory(block.get("accessory"), pointer + "/accessory", problems);
    }
  }

  private static void checkFields(JsonNode fields, String pointer, Problems problems) {
    if (problems.counts(fields, 1, 10, pointer)) {
      for (int i = 0; i < fields.size(); i++) {
        FIELD.check(fields.get(i), pointer + "/" + i, problems);
      }
    }
  }

  private static void checkAccessory(JsonNode accessory, String pointer, Problems problems) {
    var type = Json.text(accessory, "type");
    if (ElementRule.FIELDS.contains(type)) {
      problems.add("unsupported type: " + type, pointer + "/type");
    } else {
      ElementRule.check(accessory, pointer, problems);
    }
  }
}
