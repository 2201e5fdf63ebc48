package dev.muster.integrations.slack.fake.blocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What is wrong with a definition, in Slack's words and with its pointers. */
public final class Problems {

  private final List<String> found = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();

  void add(String words, String pointer) {
    found.add(words + " [json-pointer:" + pointer + "]");
  }

  /** Without the level that response_metadata puts before each. */
  public List<String> found() {
    return List.copyOf(found);
  }

  boolean isNewBlock(String id) {
    return blockIds.add(id);
  }

  /** A member that must be there, or a problem. */
  boolean requires(JsonNode node, String name, String pointer) {
    if (!node.has(name) || node.get(name).isNull()) {
      add("missing required field: " + name, pointer);
      return false;
    }
    return true;
  }

  /** An optional string of a certain length at most. */
  void limits(JsonNode node, String name, int most, String pointer) {
    if (!node.has(name)) {
      return;
    }
    var value = node.get(name);
    var at = pointer + "/" + name;
    if (!value.isString()) {
      add("must be a string", at);
    } else if (value.asString().codePointCount(0, value.asString().length()) > most) {
      add("must be less than " + (most + 1) + " characters", at);
    }
  }

  /** An array with a number of items between two limits. */
  boolean counts(JsonNode array, int least, int most, String pointer) {
    if (!array.isArray()) {
      add("must provide an array", pointer);
      return false;
    }
    if (array.size() < least) {
      add("no fewer than " + least + " items allowed", pointer);
    }
    if (array.size() > most) {
      add("no more than " + most + " items allowed", pointer);
    }
    return true;
  }

  /** Slack takes no member that it does not know. */
  void allows(JsonNode node, Set<String> names, String pointer) {
    for (var name : node.propertyNames()) {
      if (!names.contains(name)) {
        add("invalid additional property: " + name, pointer);
      }
    }
  }
}
