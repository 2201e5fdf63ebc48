package dev.muster.runbooks.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a JSON Schema (draft 2020-12) says of a value, for editors that complete and check while one
 * writes. It knows less than reading does: names that lead nowhere are found by reading only.
 * Immutable.
 *
 * @param keywords in the order in which they are written; values are texts, numbers, booleans,
 *     lists, maps and schemas
 */
public record Schema(Map<String, Object> keywords) {

  public static final Schema ANYTHING = new Schema(Map.of());

  public Schema {
    keywords = Collections.unmodifiableMap(new LinkedHashMap<>(keywords));
  }

  public static Schema type(String type) {
    return ANYTHING.with("type", type);
  }

  public static Schema text(Pattern pattern) {
    return type("string").with("pattern", "^(?:" + pattern.pattern() + ")$");
  }

  public static Schema listOf(Schema element) {
    return type("array").with("items", element);
  }

  /** Names of our own and their values. */
  public static Schema named(Schema name, Schema value) {
    return type("object").with("propertyNames", name).with("additionalProperties", value);
  }

  /** Any one of these. */
  public static Schema either(Schema... choices) {
    return ANYTHING.with("anyOf", Arrays.asList(choices));
  }

  public static Schema oneOf(Collection<String> words) {
    return ANYTHING.with("enum", List.copyOf(words));
  }

  /** The word {@code false}, where something is left out. */
  public static Schema no() {
    return ANYTHING.with("const", false);
  }

  /** What an editor shows of it. */
  public Schema about(String text) {
    return with("description", text);
  }

  Schema with(String keyword, Object value) {
    var more = new LinkedHashMap<>(keywords);
    more.put(keyword, value);
    return new Schema(more);
  }

  /** Not empty, be it a list, an object, or one of several choices. */
  Schema notEmpty() {
    if ("array".equals(keywords.get("type"))) {
      return with("minItems", 1);
    }
    return "object".equals(keywords.get("type")) ? with("minProperties", 1) : this;
  }

  /** Maps, lists and single values only, as a JSON writer takes them. */
  public Map<String, Object> plain() {
    var plain = new LinkedHashMap<String, Object>();
    keywords.forEach((keyword, value) -> plain.put(keyword, plain(value)));
    return plain;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Schema schema -> schema.plain();
      case Map<?, ?> map -> {
        var plain = new LinkedHashMap<String, Object>();
        map.forEach((key, nested) -> plain.put(String.valueOf(key), plain(nested)));
        yield plain;
      }
      case List<?> list -> {
        var plain = new ArrayList<>(list.size());
        list.forEach(nested -> plain.add(plain(nested)));
        yield plain;
      }
      default -> value;
    };
  }
}
