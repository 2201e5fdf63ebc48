package dev.muster.bot.api.document;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, written a line each: name, type, and what it is. A {@code ?}
 * behind the name says that it may be absent; a type is a word, {@code [type]} for a list of them,
 * or the name of another object.
 */
record Fields(String lines) {

  private static final Pattern LINE =
      Pattern.compile("(?<name>\\w+)(?<maybe>\\?)? +(?<type>\\S+)(?: +(?<about>.+))?");

  JsonObject schema() {
    var properties = new JsonObject();
    var required = new JsonArray();
    lines
        .lines()
        .forEach(line -> {
          var field = LINE.matcher(line);
          if (!field.matches()) {
            throw new IllegalArgumentException(line);
          }
          var schema = type(field.group("type"));
          if (field.group("about") != null) {
            schema.put("description", field.group("about"));
          }
          properties.put(field.group("name"), schema);
          if (field.group("maybe") == null) {
            required.add(field.group("name"));
          }
        });
    return new JsonObject()
        .put("type", "object")
        .put("properties", properties)
        .put("required", required);
  }

  static JsonObject type(String type) {
    if (type.startsWith("[")) {
      var items = type(type.substring(1, type.length() - 1));
      return new JsonObject().put("type", "array").put("items", items);
    }
    return switch (type) {
      case "integer", "boolean", "string", "object" -> new JsonObject().put("type", type);
      case "time" -> new JsonObject().put("type", "string").put("format", "date-time");
      case "texts" ->
          new JsonObject()
              .put("type", "object")
              .put("additionalProperties", new JsonObject().put("type", "string"));
      default -> new JsonObject().put("$ref", "#/components/schemas/" + type);
    };
  }
}
