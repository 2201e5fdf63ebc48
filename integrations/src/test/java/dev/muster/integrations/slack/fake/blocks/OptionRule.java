package dev.muster.integrations.slack.fake.blocks;

import dev.muster.integrations.slack.fake.model.Json;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Options of a menu or a group of boxes. .../composition-objects/option-object */
record OptionRule(int most, boolean plainOnly, boolean mayLink) {

  static final OptionRule SELECT = new OptionRule(100, true, false);
  static final OptionRule BOXES = new OptionRule(10, false, false);
  static final OptionRule OVERFLOW = new OptionRule(5, true, true);

  private static final int TEXT = 75;
  private static final int VALUE = 150;

  void check(JsonNode element, String pointer, Problems problems) {
    if (element.has("option_groups") == element.has("options")) {
      problems.add("one of options or option_groups is required", pointer);
    } else if (element.has("options")) {
      checkAll(element.get("options"), pointer + "/options", problems);
    } else {
      checkGroups(element.get("option_groups"), pointer + "/option_groups", problems);
    }
  }

  void checkAll(JsonNode options, String pointer, Problems problems) {
    if (!problems.counts(options, 1, most, pointer)) {
      return;
    }
    var values = new HashSet<String>();
    for (int i = 0; i < options.size(); i++) {
      var at = pointer + "/" + i;
      checkOne(options.get(i), at, problems);
      if (!values.add(Json.text(options.get(i), "value"))) {
        problems.add("option values must be unique", at + "/value");
      }
    }
  }

  private void checkOne(JsonNode option, String pointer, Problems problems) {
    problems.allows(option, Set.of("text", "value", "description", "url"), pointer);
    new TextRule(TEXT, plainOnly).checkRequired(option, "text", pointer, problems);
    problems.requires(option, "value", pointer);
    problems.limits(option, "value", VALUE, pointer);
    new TextRule(TEXT, plainOnly).checkMember(option, "description", pointer, problems);
    problems.limits(option, "url", 3000, pointer);
    if (option.has("url") && !mayLink) {
      problems.add("invalid additional property: url", pointer);
    }
  }

  private void checkGroups(JsonNode groups, String pointer, Problems problems) {
    if (!problems.counts(groups, 1, 100, pointer)) {
      return;
    }
    for (int i = 0; i < groups.size(); i++) {
      var at = pointer + "/" + i;
      TextRule.plain(TEXT).checkRequired(groups.get(i), "label", at, problems);
      checkAll(groups.get(i).path("options"), at + "/options", problems);
    }
  }

  /** What is chosen at first must be one of those that can be chosen. */
  static void checkInitial(JsonNode element, JsonNode chosen, String pointer, Problems problems) {
    var all = new HashSet<JsonNode>(Json.items(element.path("options")));
    Json.items(element.path("option_groups"))
        .forEach(group -> all.addAll(Json.items(group.path("options"))));
    if (!all.contains(chosen)) {
      problems.add("must be one of the provided options", pointer);
    }
  }
}
