package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Modals and home tabs. docs.slack.dev/reference/views */
public final class ViewRules {

  private static final Set<String> COMMON =
      Set.of("type", "blocks", "private_metadata", "callback_id", "external_id");
  private static final Set<String> OF_MODALS =
      Set.of(
          "type",
          "blocks",
          "private_metadata",
          "callback_id",
          "external_id",
          "title",
          "submit",
          "close",
          "clear_on_close",
          "notify_on_close",
          "submit_disabled");

  private ViewRules() {}

  public static List<String> problemsOf(JsonNode view, Surface expected) {
    var problems = new Problems();
    check(view, expected, problems);
    return problems.found();
  }

  private static void check(JsonNode view, Surface expected, Problems problems) {
    var at = "/view";
    var type = expected == Surface.HOME ? "home" : "modal";
    if (!Json.text(view, "type").equals(type)) {
      problems.add("must be a valid enum value: " + type, at + "/type");
    }
    problems.allows(view, expected == Surface.HOME ? COMMON : OF_MODALS, at);
    problems.limits(view, "private_metadata", 3000, at);
    problems.limits(view, "callback_id", 255, at);
    problems.limits(view, "external_id", 255, at);
    if (problems.requires(view, "blocks", at)) {
      BlockRules.check(view.get("blocks"), expected, at + "/blocks", problems);
    }
    if (expected == Surface.MODAL) {
      checkModal(view, at, problems);
    }
  }

  private static void checkModal(JsonNode view, String at, Problems problems) {
    TextRule.plain(24).checkRequired(view, "title", at, problems);
    TextRule.plain(24).checkMember(view, "submit", at, problems);
    TextRule.plain(24).checkMember(view, "close", at, problems);
    var hasInput =
        Json.items(view.path("blocks")).stream()
            .anyMatch(it -> Json.text(it, "type").equals("input"));
    if (hasInput && !view.has("submit")) {
      problems.add("missing required field: submit", at);
    }
  }
}
