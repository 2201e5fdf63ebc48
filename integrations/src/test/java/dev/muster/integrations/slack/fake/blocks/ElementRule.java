package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Interactive elements. docs.slack.dev/reference/block-kit/block-elements */
final class ElementRule {

  static final Set<String> SELECTS =
      Set.of(
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select");
  static final Set<String> PICKERS = Set.of("datepicker", "timepicker", "datetimepicker");
  static final Set<String> BOXES = Set.of("checkboxes", "radio_buttons");
  static final Set<String> FIELDS =
      Set.of("plain_text_input", "email_text_input", "url_text_input", "number_input");

  private ElementRule() {}

  static void check(JsonNode element, String pointer, Problems problems) {
    var type = Json.text(element, "type");
    problems.limits(element, "action_id", 255, pointer);
    checkConfirm(element, pointer, problems);
    if (SELECTS.contains(type)) {
      checkSelect(element, type, pointer, problems);
    } else if (BOXES.contains(type)) {
      OptionRule.BOXES.checkAll(element.path("options"), pointer + "/options", problems);
    } else if (PICKERS.contains(type) || FIELDS.contains(type)) {
      InputRule.checkField(element, type, pointer, problems);
    } else {
      switch (type) {
        case "button" -> checkButton(element, pointer, problems);
        case "overflow" -> OptionRule.OVERFLOW.check(element, pointer, problems);
        case "image" -> ImageRule.check(element, pointer, problems);
        default -> problems.add("unsupported type: " + type, pointer + "/type");
      }
    }
  }

  private static void checkButton(JsonNode button, String pointer, Problems problems) {
    problems.allows(
        button,
        Set.of(
            "type", "text", "action_id", "url", "value", "style", "confirm", "accessibility_label"),
        pointer);
    TextRule.plain(75).checkRequired(button, "text", pointer, problems);
    problems.limits(button, "value", 2000, pointer);
    problems.limits(button, "url", 3000, pointer);
    problems.limits(button, "accessibility_label", 75, pointer);
    var style = Json.text(button, "style");
    if (button.has("style") && !Set.of("primary", "danger").contains(style)) {
      problems.add("must be a valid enum value: primary, danger", pointer + "/style");
    }
  }

  private static void checkSelect(JsonNode select, String type, String pointer, Problems problems) {
    TextRule.plain(150).checkMember(select, "placeholder", pointer, problems);
    if (!type.endsWith("static_select")) {
      return;
    }
    OptionRule.SELECT.check(select, pointer, problems);
    if (select.has("initial_option")) {
      var at = pointer + "/initial_option";
      OptionRule.checkInitial(select, select.get("initial_option"), at, problems);
    }
    var chosen = Json.items(select.path("initial_options"));
    for (int i = 0; i < chosen.size(); i++) {
      OptionRule.checkInitial(select, chosen.get(i), pointer + "/initial_options/" + i, problems);
    }
  }

  private static void checkConfirm(JsonNode element, String pointer, Problems problems) {
    if (!element.has("confirm")) {
      return;
    }
    var confirm = element.get("confirm");
    var at = pointer + "/confirm";
    problems.allows(confirm, Set.of("title", "text", "confirm", "deny", "style"), at);
    TextRule.plain(100).checkRequired(confirm, "title", at, problems);
    new TextRule(300, false).checkRequired(confirm, "text", at, problems);
    TextRule.plain(30).checkRequired(confirm, "confirm", at, problems);
    TextRule.plain(30).checkRequired(confirm, "deny", at, problems);
  }
}
