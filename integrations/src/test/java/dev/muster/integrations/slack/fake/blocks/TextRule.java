package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Text objects. docs.slack.dev/reference/block-kit/composition-objects/text-object */
record TextRule(int most, boolean plainOnly) {

  static final TextRule BODY = new TextRule(3000, false);

  static TextRule plain(int most) {
    return new TextRule(most, true);
  }

  void check(JsonNode text, String pointer, Problems problems) {
    if (!text.isObject()) {
      problems.add("must provide an object", pointer);
      return;
    }
    checkType(Json.text(text, "type"), text, pointer, problems);
    if (!problems.requires(text, "text", pointer)) {
      return;
    }
    if (Json.text(text, "text").isEmpty()) {
      problems.add("must be more than 0 characters", pointer + "/text");
    }
    problems.limits(text, "text", most, pointer);
  }

  void checkMember(JsonNode owner, String name, String pointer, Problems problems) {
    if (owner.has(name)) {
      check(owner.get(name), pointer + "/" + name, problems);
    }
  }

  void checkRequired(JsonNode owner, String name, String pointer, Problems problems) {
    if (problems.requires(owner, name, pointer)) {
      check(owner.get(name), pointer + "/" + name, problems);
    }
  }

  private void checkType(String type, JsonNode text, String pointer, Problems problems) {
    switch (type) {
      case "plain_text" -> problems.allows(text, Set.of("type", "text", "emoji"), pointer);
      case "mrkdwn" -> {
        problems.allows(text, Set.of("type", "text", "verbatim"), pointer);
        if (plainOnly) {
          problems.add("must be a valid enum value: plain_text", pointer + "/type");
        }
      }
      default -> problems.add("unsupported type: " + type, pointer + "/type");
    }
  }
}
