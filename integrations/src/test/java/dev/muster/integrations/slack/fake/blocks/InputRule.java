package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Input blocks and the fields in them. docs.slack.dev/reference/block-kit/blocks/input-block */
final class InputRule {

  private static final Set<String> MEMBERS =
      Set.of("type", "block_id", "label", "element", "hint", "optional", "dispatch_action");

  private InputRule() {}

  static void check(JsonNode block, String pointer, Problems problems) {
    problems.allows(block, MEMBERS, pointer);
    TextRule.plain(2000).checkRequired(block, "label", pointer, problems);
    TextRule.plain(2000).checkMember(block, "hint", pointer, problems);
    if (!problems.requires(block, "element", pointer)) {
      return;
    }
    var at = pointer + "/element";
    var type = Json.text(block.get("element"), "type");
    if (Set.of("button", "overflow", "image").contains(type)) {
      problems.add("unsupported type: " + type, at + "/type");
    } else {
      ElementRule.check(block.get("element"), at, problems);
    }
  }

  static void checkField(JsonNode field, String type, String pointer, Problems problems) {
    TextRule.plain(150).checkMember(field, "placeholder", pointer, problems);
    checkShape(field, "initial_date", "\\d{4}-\\d{2}-\\d{2}", pointer, problems);
    checkShape(field, "initial_time", "([01]\\d|2[0-3]):[0-5]\\d", pointer, problems);
    checkShape(field, "initial_date_time", "\\d{10}", pointer, problems);
    if (type.equals("plain_text_input")) {
      checkRange(field, "min_length", 0, pointer, problems);
      checkRange(field, "max_length", 1, pointer, problems);
      var most = field.path("max_length").asInt(3000);
      problems.limits(field, "initial_value", most, pointer);
      if (field.path("min_length").asInt(0) > most) {
        problems.add("min_length must be less than max_length", pointer);
      }
    }
    if (type.equals("number_input")) {
      problems.requires(field, "is_decimal_allowed", pointer);
    }
  }

  private static void checkRange(
      JsonNode field, String name, int least, String pointer, Problems problems) {
    if (field.has(name)) {
      var value = field.get(name).asInt(-1);
      if (value < least || value > 3000) {
        problems.add("must be between " + least + " and 3000", pointer + "/" + name);
      }
    }
  }

  private static void checkShape(
      JsonNode field, String name, String shape, String pointer, Problems problems) {
    if (field.has(name) && !Json.text(field, name).matches(shape)) {
      problems.add("failed to match pattern", pointer + "/" + name);
    }
  }
}
