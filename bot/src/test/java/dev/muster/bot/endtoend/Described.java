package dev.muster.bot.endtoend;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers to the API's own description, and remembers which fields were seen. */
final class Described {

  private static final String REFERENCE = "#/components/schemas/";

  private final JsonObject schemas;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();

  Described(JsonObject document) {
    this.schemas = document.getJsonObject("components").getJsonObject("schemas");
  }

  void hold(String object, JsonObject answer) {
    check(object, new JsonObject().put("$ref", REFERENCE + object), answer);
  }

  /** What was answered otherwise than described. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Fields that no answer had, of the objects that were seen. */
  Set<String> unseen() {
    var unseen = new TreeSet<String>();
    for (var name : schemas.fieldNames()) {
      if (seen.stream().anyMatch(field -> field.startsWith(name + "."))) {
        var fields = schemas.getJsonObject(name).getJsonObject("properties").fieldNames();
        fields.stream()
            .map(field -> name + "." + field)
            .filter(field -> !seen.contains(field))
            .forEach(unseen::add);
      }
    }
    return unseen;
  }

  private void check(String where, JsonObject schema, Object value) {
    if (schema.containsKey("$ref")) {
      var name = schema.getString("$ref").substring(REFERENCE.length());
      object(name, schemas.getJsonObject(name), value);
    } else if (!fits(schema, value)) {
      faults.add(where + " is " + value + ", not " + schema.encode());
    } else if (value instanceof JsonArray array && schema.containsKey("items")) {
      array.forEach(item -> check(where + "[]", schema.getJsonObject("items"), item));
    } else if (value instanceof JsonObject object && schema.containsKey("additionalProperties")) {
      object.forEach(entry ->
          check(where + ".*", schema.getJsonObject("additionalProperties"), entry.getValue()));
    }
  }

  private void object(String name, JsonObject schema, Object value) {
    if (!(value instanceof JsonObject object)) {
      faults.add(name + " is " + value);
      return;
    }
    var properties = schema.getJsonObject("properties");
    for (var field : object) {
      var where = name + "." + field.getKey();
      seen.add(where);
      if (properties.containsKey(field.getKey())) {
        check(where, properties.getJsonObject(field.getKey()), field.getValue());
      } else {
        faults.add(where + " is not described; give it a line in Schemas");
      }
    }
    schema.getJsonArray("required").stream()
        .filter(field -> !object.containsKey((String) field))
        .forEach(field -> faults.add(name + "." + field + " is absent"));
  }

  private static boolean fits(JsonObject schema, Object value) {
    return switch (schema.getString("type")) {
      case "integer" -> value instanceof Integer || value instanceof Long;
      case "boolean" -> value instanceof Boolean;
      case "array" -> value instanceof JsonArray;
      case "object" -> value instanceof JsonObject;
      case "string" ->
          value instanceof String text && (!schema.containsKey("format") || isTime(text));
      default -> false;
    };
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
