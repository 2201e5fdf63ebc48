package dev.muster.integrations.slack.fake.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON as Slack writes it. */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  /** Empty when the text is no JSON. */
  public static Optional<JsonNode> parse(String text) {
    try {
      return Optional.of(MAPPER.readTree(text));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** For JSON that this code wrote itself. */
  public static ObjectNode objectOf(String text) {
    return (ObjectNode) MAPPER.readTree(text);
  }

  public static ArrayNode strings(Iterable<String> values) {
    var array = array();
    values.forEach(array::add);
    return array;
  }

  /** The text of a member, empty when it is not there. */
  public static String text(JsonNode node, String name) {
    var value = node.get(name);
    return value == null || value.isNull() ? "" : value.asString("");
  }

  /** The text at the end of a path of names, empty when it is not there. */
  public static String textAt(JsonNode node, String... names) {
    JsonNode at = node;
    for (var name : names) {
      at = at.path(name);
    }
    return at.isMissingNode() || at.isNull() ? "" : at.asString("");
  }

  public static List<JsonNode> items(JsonNode array) {
    var items = new ArrayList<JsonNode>();
    if (array != null && array.isArray()) {
      array.forEach(items::add);
    }
    return items;
  }

  public static ObjectNode of(Map<String, String> members) {
    var object = object();
    members.forEach(object::put);
    return object;
  }
}
