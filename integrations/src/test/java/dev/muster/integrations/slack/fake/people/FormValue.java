package dev.muster.integrations.slack.fake.people;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an element holds, in the shape that {@code state.values} has for its type. */
final class FormValue {

  private FormValue() {}

  /** What a person put in; several choices are separated by a vertical bar. */
  static ObjectNode of(JsonNode element, String input) {
    var type = Json.text(element, "type");
    var value = Json.object().put("type", type);
    switch (type) {
      case "static_select", "radio_buttons", "overflow" ->
          value.set("selected_option", Elements.option(element, input));
      case "multi_static_select", "checkboxes" -> {
        var all = value.putArray("selected_options");
        choices(input).forEach(it -> all.add(Elements.option(element, it)));
      }
      case "multi_users_select", "multi_conversations_select", "multi_channels_select" ->
          value.set(memberOf(type), Json.strings(choices(input)));
      default -> value.put(memberOf(type), input);
    }
    return value;
  }

  /** What it holds before anybody touched it. */
  static ObjectNode initial(JsonNode element) {
    var type = Json.text(element, "type");
    var value = Json.object().put("type", type);
    var member = memberOf(type);
    var initial = element.path(initialOf(type));
    if (!initial.isMissingNode()) {
      return value.set(member, initial);
    }
    if (type.startsWith("multi_") || type.equals("checkboxes")) {
      value.putArray(member);
      return value;
    }
    return value.putNull(member);
  }

  static boolean isEmpty(ObjectNode value) {
    var held = value.path(memberOf(Json.text(value, "type")));
    return held.isNull()
        || held.isMissingNode()
        || held.isArray() && held.isEmpty()
        || held.isString() && held.asString().isEmpty();
  }

  static String memberOf(String type) {
    return switch (type) {
      case "static_select", "external_select", "radio_buttons", "overflow" -> "selected_option";
      case "multi_static_select", "multi_external_select", "checkboxes" -> "selected_options";
      case "users_select" -> "selected_user";
      case "multi_users_select" -> "selected_users";
      case "conversations_select" -> "selected_conversation";
      case "multi_conversations_select" -> "selected_conversations";
      case "channels_select" -> "selected_channel";
      case "multi_channels_select" -> "selected_channels";
      case "datepicker" -> "selected_date";
      case "timepicker" -> "selected_time";
      case "datetimepicker" -> "selected_date_time";
      default -> "value";
    };
  }

  private static String initialOf(String type) {
    var member = memberOf(type);
    return member.equals("value") ? "initial_value" : member.replace("selected_", "initial_");
  }

  private static List<String> choices(String input) {
    return Stream.of(input.split("\\|")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }
}
