package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Json;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The {@code state.values} of a view, built from the inputs that it really has. */
final class FormState {

  private static final Set<String> STATELESS = Set.of("button", "overflow", "image");

  private FormState() {}

  static String keyOf(Blocks.Used used) {
    return used.blockId() + "/" + used.actionId();
  }

  static ObjectNode of(JsonNode blocks, Map<String, ObjectNode> put) {
    var values = Json.object();
    for (var used : Blocks.usable(blocks)) {
      if (!STATELESS.contains(Json.text(used.element(), "type"))) {
        var value = put.getOrDefault(keyOf(used), FormValue.initial(used.element()));
        values.withObjectProperty(used.blockId()).set(used.actionId(), value);
      }
    }
    return values;
  }

  /** Slack itself keeps a form back that has no button, or an empty or overlong field. */
  static void checkSubmittable(ObjectNode view) {
    if (!view.has("submit")) {
      throw new AssertionError("The view has no button to submit it: " + view);
    }
    for (var used : Blocks.usable(view.path("blocks"))) {
      if (Json.text(used.block(), "type").equals("input")) {
        var value = view.path("state").path("values").path(used.blockId()).path(used.actionId());
        checkField(used, (ObjectNode) value);
      }
    }
  }

  private static void checkField(Blocks.Used used, ObjectNode value) {
    var label = Json.textAt(used.block(), "label", "text");
    if (FormValue.isEmpty(value)) {
      if (!used.block().path("optional").asBoolean(false)) {
        throw new AssertionError("Slack keeps the form back: \"" + label + "\" is empty");
      }
      return;
    }
    if (Json.text(used.element(), "type").equals("plain_text_input")) {
      var length = Json.text(value, "value").length();
      if (length > used.element().path("max_length").asInt(3000)
          || length < used.element().path("min_length").asInt(0)) {
        throw new AssertionError("Slack keeps the form back: the length of \"" + label + "\"");
      }
    }
  }
}
