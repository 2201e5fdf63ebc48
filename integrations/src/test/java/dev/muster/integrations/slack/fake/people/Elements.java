package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.model.Blocks;
import dev.muster.integrations.slack.fake.model.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what a person points at, and what using it sends. */
final class Elements {

  private Elements() {}

  /** By action id, block id, the words on it or its label; nobody can use what is not there. */
  static Blocks.Used find(JsonNode blocks, String name) {
    var all = Blocks.usable(blocks);
    return all.stream()
        .filter(it -> namesOf(it).contains(name))
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "There is no \""
                    + name
                    + "\" here, only "
                    + all.stream().map(Elements::namesOf).toList()));
  }

  private static List<String> namesOf(Blocks.Used used) {
    return List.of(
        used.actionId(),
        used.blockId(),
        Json.textAt(used.element(), "text", "text"),
        Json.textAt(used.element(), "placeholder", "text"),
        Json.textAt(used.block(), "label", "text"));
  }

  /** The option that says so, or has this value. */
  static ObjectNode option(JsonNode element, String name) {
    var options = new ArrayList<>(Json.items(element.path("options")));
    Json.items(element.path("option_groups"))
        .forEach(group -> options.addAll(Json.items(group.path("options"))));
    return options.stream()
        .filter(it ->
            Json.textAt(it, "text", "text").equals(name) || Json.text(it, "value").equals(name))
        .map(it -> (ObjectNode) it)
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no option \"" + name + "\" in " + options));
  }

  /** What a click on it sends in {@code actions}. */
  static ObjectNode pressed(Blocks.Used used, String ts) {
    var action = begin(used, ts);
    action.set("text", used.element().path("text"));
    for (var name : List.of("value", "style", "url")) {
      if (used.element().has(name)) {
        action.put(name, Json.text(used.element(), name));
      }
    }
    return action;
  }

  /** What a choice in it sends in {@code actions}. */
  static ObjectNode chosen(Blocks.Used used, String choice, String ts) {
    var action = begin(used, ts);
    return action.setAll(FormValue.of(used.element(), choice));
  }

  private static ObjectNode begin(Blocks.Used used, String ts) {
    var action = Json.object().put("type", Json.text(used.element(), "type"));
    action.put("action_id", used.actionId()).put("block_id", used.blockId());
    return action.put("action_ts", ts);
  }
}
